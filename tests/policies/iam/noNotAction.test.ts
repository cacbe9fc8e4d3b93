import { iamNoNotAction } from "../../../policies/iam/noNotAction";
import { unknown } from "../../support/policy";
import { allow, identityBasics, rolePolicy, table } from "./documents";

describe("iam-no-notaction", () => {
  identityBasics(iamNoNotAction);
  table(iamNoNotAction, [
    ["passes Action", rolePolicy(allow("s3:GetObject", "arn:aws:s3:::shop/*")), []],
    ["passes NotAction in a Deny", rolePolicy({ Effect: "Deny", NotAction: "iam:*", Resource: "*" }), []],
    [
      "refuses NotAction in an Allow",
      rolePolicy({ Effect: "Allow", NotAction: "iam:*", Resource: "*" }),
      ["NotAction|iam:*"],
    ],
    [
      "refuses it while action and resource are unknown",
      rolePolicy({ Effect: "Allow", NotAction: unknown, Resource: unknown }),
      ["NotAction|[unknown]"],
    ],
    [
      "ignores an unknown effect, which iam-document reports",
      rolePolicy({ Effect: unknown, NotAction: "iam:*", Resource: "*" }),
      [],
    ],
  ]);
});
