import { iamNoNotResource } from "../../../policies/iam/noNotResource";
import { unknown } from "../../support/policy";
import { allow, identityBasics, rolePolicy, table } from "./documents";

describe("iam-no-notresource", () => {
  identityBasics(iamNoNotResource);
  table(iamNoNotResource, [
    ["passes Resource", rolePolicy(allow("s3:GetObject", "arn:aws:s3:::shop/*")), []],
    [
      "passes NotResource in a Deny",
      rolePolicy({ Effect: "Deny", Action: "s3:*", NotResource: "arn:aws:s3:::shop" }),
      [],
    ],
    [
      "refuses NotResource in an Allow",
      rolePolicy({ Effect: "Allow", Action: "s3:GetObject", NotResource: "arn:aws:s3:::a/*" }),
      ["NotResource|arn:aws:s3:::a/*"],
    ],
    [
      "refuses it while the resource is unknown",
      rolePolicy({ Effect: "Allow", Action: "s3:GetObject", NotResource: unknown }),
      ["NotResource|[unknown]"],
    ],
    [
      "ignores an unknown effect, which iam-document reports",
      rolePolicy({ Effect: unknown, Action: "s3:*", NotResource: "x" }),
      [],
    ],
  ]);
});
