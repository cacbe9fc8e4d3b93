import { strict as assert } from "node:assert";
import { iamNoWriteWildcard } from "../../../policies/iam/noWriteWildcard";
import { judge } from "../../support/policy";
import { allow, arn, deny, identityBasics, rolePolicy, table } from "./documents";

const bucket = ["arn:aws:s3:::shop", "arn:aws:s3:::shop/*"];

describe("iam-no-write-wildcard", () => {
  identityBasics(iamNoWriteWildcard);
  table(iamNoWriteWildcard, [
    ["passes wildcards that read and list", rolePolicy(allow(["s3:Get*", "s3:List*"], bucket)), []],
    ["refuses one that writes", rolePolicy(allow("s3:Put*", bucket)), ["s3:Put*|arn:aws:s3:::shop"]],
    ["refuses a wildcard in front", rolePolicy(allow("s3:*Object", bucket)), ["s3:*Object|arn:aws:s3:::shop"]],
    [
      "refuses a question mark for a writing action",
      rolePolicy(allow("s3:PutObjec?", bucket)),
      ["s3:PutObjec?|arn:aws:s3:::shop"],
    ],
    ["leaves whole services to another control", rolePolicy(allow("s3:*", bucket)), []],
    [
      "takes off what a Deny without conditions takes off",
      rolePolicy(allow("sqs:*Message", arn("sqs", "a")), deny(["sqs:Send*", "sqs:Delete*"], "*")),
      [],
    ],
    [
      "takes nothing off for a Deny on other resources",
      rolePolicy(allow("sqs:Send*", arn("sqs", "a")), deny("sqs:*", arn("sqs", "b"))),
      [`sqs:Send*|${arn("sqs", "a")}`],
    ],
    [
      "takes nothing off for a Deny with a condition",
      rolePolicy(allow("sqs:Send*", arn("sqs", "a")), deny("sqs:*", "*", { Bool: { "aws:SecureTransport": "false" } })),
      [`sqs:Send*|${arn("sqs", "a")}`],
    ],
    [
      "takes off all but a NotAction",
      rolePolicy(allow("sqs:Send*", arn("sqs", "a")), { Effect: "Deny", NotAction: "sqs:Receive*", Resource: "*" }),
      [],
    ],
    [
      "takes off all but a NotResource",
      rolePolicy(allow("sqs:Send*", arn("sqs", "a")), {
        Effect: "Deny",
        Action: "sqs:*",
        NotResource: arn("sqs", "b"),
      }),
      [],
    ],
  ]);

  it("names three of the actions", async () => {
    const [finding] = await judge(iamNoWriteWildcard, rolePolicy(allow("s3:Put*", bucket)));
    assert.match(finding?.what ?? "", /: s3:\w+, s3:\w+, s3:\w+ and \d+ more$/);
  });
});
