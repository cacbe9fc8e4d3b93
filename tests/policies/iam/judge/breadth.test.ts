import { strict as assert } from "node:assert";
import { Undecided } from "../../../../policies/shared/node";
import { unknown } from "../../../support/policy";
import { allow, arn } from "../documents";
import { answers, when } from "./grantAnswers";

const queue = arn("sqs", "orders");
const tag = "aws:ResourceTag/team";

describe("actions on resources of other accounts", () => {
  const anywhere = "arn:aws:sqs:eu-west-1:*:orders";
  const cases: [behaviour: string, statement: object, elsewhere: string[]][] = [
    ["are those whose pattern leaves the account open", allow("sqs:SendMessage", anywhere), ["SendMessage"]],
    ["are none in one account", allow("sqs:SendMessage", queue), []],
    ["are none on everything, which another control refuses", allow("sqs:SendMessage", "*"), []],
    ["are none on an unknown resource", allow("sqs:SendMessage", unknown), []],
    [
      "are none under a condition on the owner",
      allow("sqs:SendMessage", anywhere, when("aws:ResourceAccount", "1")),
      [],
    ],
    ["are none under a condition on the resource", allow("kms:Encrypt", "arn:aws:kms:*:*:key/*", when(tag, "a")), []],
    [
      "are those under another condition",
      allow("sqs:SendMessage", anywhere, when("aws:PrincipalAccount", "1")),
      ["SendMessage"],
    ],
    [
      "are no service-linked roles",
      allow("iam:CreateServiceLinkedRole", "arn:aws:iam::*:role/aws-service-role/ecs.amazonaws.com/*"),
      [],
    ],
    ["are not those of the caller", allow("iam:ChangePassword", "arn:aws:iam::*:user/${aws:username}"), []],
    ["are not those on buckets, which have no account", allow("s3:GetObject", "arn:aws:s3:::shop/*"), []],
  ];
  for (const [behaviour, statement, elsewhere] of cases) {
    it(behaviour, () => assert.deepEqual(answers(statement).elsewhere(), elsewhere));
  }
});

describe("actions that none of the resources can be for", () => {
  const bucket = "arn:aws:s3:::shop";
  const cases: [behaviour: string, statement: object, empty: string[]][] = [
    ["are those on another type", allow("sqs:SendMessage", bucket), ["SendMessage"]],
    ["are none when one resource fits", allow("sqs:SendMessage", [bucket, queue]), []],
    ["are none on everything", allow("sqs:SendMessage", [bucket, "*"]), []],
    ["are those without resources on an ARN", allow("sqs:ListQueues", queue), ["ListQueues"]],
    [
      "are all of a pattern that nothing fits",
      allow("sqs:*Message", bucket),
      ["DeleteMessage", "ReceiveMessage", "SendMessage"],
    ],
    ["are none of a pattern that partly fits", allow("sqs:*", queue), []],
    ["are none of a document that is refused as a whole", allow("sqs:SendMessage", []), []],
    ["are none where AWS takes both", allow("sns:Unsubscribe", arn("sns", "topic")), []],
    ["are those on another than the documented ARN", allow("s3:ListAllMyBuckets", bucket), ["ListAllMyBuckets"]],
    ["are none on the documented ARN in any partition", allow("s3:ListAllMyBuckets", "arn:aws-us-gov:s3:::*"), []],
    [
      "are those on what only ends like the documented ARN",
      allow("s3:ListAllMyBuckets", "x:arn:aws:s3:::*"),
      ["ListAllMyBuckets"],
    ],
    ["are none on an unknown resource", allow("sqs:SendMessage", [bucket, unknown]), []],
  ];
  for (const [behaviour, statement, empty] of cases) {
    it(behaviour, () => assert.deepEqual([...answers(statement).empty()].sort(), empty));
  }

  it("cannot be told of those that take `*` alone while the resource is unknown", () => {
    assert.throws(answers(allow("sqs:ListQueues", unknown)).empty, Undecided);
    assert.throws(answers(allow("s3:ListAllMyBuckets", unknown)).empty, Undecided);
    for (const action of ["iam:ListUsers", "sns:Unsubscribe", "sqs:*"]) {
      assert.deepEqual(answers(allow(action, unknown)).empty(), [], action);
    }
    assert.deepEqual(answers(allow("sqs:ListQueues", ["*", unknown])).empty(), []);
  });
});
