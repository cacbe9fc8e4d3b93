import { iamNoServiceWildcard } from "../../../policies/iam/noServiceWildcard";
import { unknown } from "../../support/policy";
import { allow, arn, deny, identityBasics, rolePolicy, table } from "./documents";

describe("iam-no-service-wildcard", () => {
  identityBasics(iamNoServiceWildcard);
  table(iamNoServiceWildcard, [
    ["passes named actions", rolePolicy(allow("sqs:SendMessage", arn("sqs", "orders"))), []],
    ["passes wildcards over a part of a service", rolePolicy(allow("sqs:Get*", arn("sqs", "orders"))), []],
    [
      "refuses a whole service on one resource",
      rolePolicy(allow("sqs:*", arn("sqs", "orders"))),
      [`sqs:*|${arn("sqs", "orders")}`],
    ],
    ["refuses it in any case", rolePolicy(allow("SQS:*", "*")), ["SQS:*|*"]],
    ["refuses it with a question mark", rolePolicy(allow("sqs:?*", "*")), ["sqs:?*|*"]],
    ["refuses it while the resource is unknown", rolePolicy(allow("s3:*", unknown)), ["s3:*|"]],
    ["refuses a wildcard in the service", rolePolicy(allow("*:Describe*", "*")), ["*:Describe*|*"]],
    ["leaves every action to another control", rolePolicy(allow("*", "*")), []],
    ["ignores Deny statements", rolePolicy(deny("s3:*", "*")), []],
  ]);
});
