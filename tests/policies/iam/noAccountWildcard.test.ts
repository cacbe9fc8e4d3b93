import { iamNoAccountWildcard } from "../../../policies/iam/noAccountWildcard";
import { unknown } from "../../support/policy";
import { allow, arn, deny, identityBasics, rolePolicy, table } from "./documents";

const anyone = "arn:aws:sqs:eu-west-1:*:orders";

describe("iam-no-account-wildcard", () => {
  identityBasics(iamNoAccountWildcard);
  table(iamNoAccountWildcard, [
    ["passes a named account", rolePolicy(allow("sqs:SendMessage", arn("sqs", "orders"))), []],
    ["passes a wildcard region", rolePolicy(allow("sqs:SendMessage", "arn:aws:sqs:*:123456789012:orders")), []],
    ["passes ARNs without an account", rolePolicy(allow("s3:GetObject", "arn:aws:s3:::shop/*")), []],
    [
      "passes service-linked roles",
      rolePolicy(allow("iam:CreateServiceLinkedRole", "arn:aws:iam::*:role/aws-service-role/ecs.amazonaws.com/*")),
      [],
    ],
    [
      "passes accounts of one organization",
      rolePolicy(allow("sqs:SendMessage", anyone, { StringEquals: { "aws:ResourceOrgID": "o-abc1234567" } })),
      [],
    ],
    ["refuses an open account", rolePolicy(allow("sqs:SendMessage", anyone)), [`sqs:SendMessage|${anyone}`]],
    [
      "refuses question marks",
      rolePolicy(allow("sqs:SendMessage", "arn:aws:sqs:eu-west-1:????????????:orders")),
      ["sqs:SendMessage|arn:aws:sqs:eu-west-1:????????????:orders"],
    ],
    [
      "refuses a part of an account",
      rolePolicy(allow("sqs:SendMessage", "arn:aws:sqs:eu-west-1:*:*")),
      ["sqs:SendMessage|arn:aws:sqs:eu-west-1:*:*"],
    ],
    ["leaves a lone star to another control", rolePolicy(allow("sqs:SendMessage", "*")), []],
    ["leaves an unknown resource to another control", rolePolicy(allow("sqs:SendMessage", unknown)), []],
    ["ignores Deny statements", rolePolicy(deny("sqs:SendMessage", anyone)), []],
  ]);
});
