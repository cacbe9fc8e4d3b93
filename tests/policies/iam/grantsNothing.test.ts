import { iamGrantsNothing } from "../../../policies/iam/grantsNothing";
import { unknown } from "../../support/policy";
import { allow, arn, deny, identityBasics, rolePolicy, table } from "./documents";

const repository = arn("ecr", "repository/shop");

describe("iam-grants-nothing", () => {
  identityBasics(iamGrantsNothing);
  table(iamGrantsNothing, [
    ["passes an action on its own type", rolePolicy(allow("ecr:PutImage", repository)), []],
    [
      "passes a list in which each action has its resource",
      rolePolicy(allow(["s3:ListBucket", "s3:GetObject"], ["arn:aws:s3:::shop", "arn:aws:s3:::shop/*"])),
      [],
    ],
    ["passes a glob that grants something", rolePolicy(allow("s3:Get*", "arn:aws:s3:::shop/*")), []],
    ["passes metrics, about which sources disagree", rolePolicy(allow("cloudwatch:GetMetricData", "*")), []],
    [
      "refuses an ARN for an action without resource",
      rolePolicy(allow("ecr:GetAuthorizationToken", repository)),
      [`ecr:GetAuthorizationToken|${repository}`],
    ],
    [
      "refuses objects where a bucket is meant",
      rolePolicy(allow("s3:ListBucket", "arn:aws:s3:::shop/*")),
      ["s3:ListBucket|arn:aws:s3:::shop/*"],
    ],
    [
      "refuses another service's ARN",
      rolePolicy(allow("sqs:SendMessage", arn("sns", "orders"))),
      [`sqs:SendMessage|${arn("sns", "orders")}`],
    ],
    [
      "refuses the other connection prefix",
      rolePolicy(allow("codeconnections:UseConnection", arn("codestar-connections", "connection/1"))),
      [`codeconnections:UseConnection|${arn("codestar-connections", "connection/1")}`],
    ],
    ["refuses a text that is no ARN", rolePolicy(allow("s3:GetObject", "shop/*")), ["s3:GetObject|shop/*"]],
    ["lets an unknown resource be right", rolePolicy(allow("s3:GetObject", [unknown, "arn:aws:s3:::shop"])), []],
    [
      "cannot decide an unknown resource of an action that takes none",
      rolePolicy(allow("ecr:GetAuthorizationToken", unknown)),
      ["undecided policy.Statement[0].Resource"],
    ],
    ["ignores Deny statements", rolePolicy(deny("ecr:GetAuthorizationToken", repository)), []],
  ]);
});
