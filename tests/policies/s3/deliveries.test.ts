import { strict as assert } from "node:assert";
import { needsNoSource } from "../../../policies/s3/deliveries";
import { s3PolicyScope } from "../../../policies/s3/policyScope";
import { Undecided } from "../../../policies/shared/node";
import { contextOf, unknown } from "../../support/policy";
import { statementOf } from "../documents/statements";

const { settings } = contextOf(s3PolicyScope, { trustedAccounts: ["333333333333"] });
const bucket = "arn:aws:s3:::shop";
const ownLogs = `${bucket}/alb/AWSLogs/123456789012/*`;
const judged = (change: object, service = "delivery.logs.amazonaws.com") =>
  needsNoSource(service, statementOf({ Action: "s3:PutObject", Resource: ownLogs, ...change }), settings);

describe("services that write without a source", () => {
  it("look at the bucket first, whoever they are", () => {
    const looking = { Action: ["s3:GetBucketAcl", "s3:GetBucketLocation"], Resource: bucket };
    assert.equal(judged(looking, "ssm.amazonaws.com"), true);
    assert.equal(judged({ ...looking, Action: "s3:ListBucket" }, "cloudfront.amazonaws.com"), false);
    assert.equal(judged({ ...looking, Action: "s3:ListBucket" }), true);
  });

  it("write logs of own and trusted accounts", () => {
    assert.equal(judged({}), true);
    assert.equal(judged({ Resource: `${bucket}/AWSLogs/aws-account-id=123456789012/*` }), true);
    assert.equal(judged({ Resource: `${bucket}/AWSLogs/333333333333/*` }), true);
    const inventory = { Resource: `${bucket}/inventory/*/accountid=123456789012/*` };
    assert.equal(judged(inventory, "ssm.amazonaws.com"), true);
    assert.equal(judged({ Action: ["s3:PutObject", "s3:GetBucketAcl"], Resource: [bucket, ownLogs] }), true);
  });

  const others: [because: string, change: object, service?: string][] = [
    ["they put no account into the path", {}, "logging.s3.amazonaws.com"],
    ["the path is another account's", { Resource: `${bucket}/AWSLogs/999999999999/*` }],
    ["the path is open", { Resource: `${bucket}/*` }],
    ["one of the paths is open", { Resource: [ownLogs, `${bucket}/*`] }],
    ["every resource is meant", { Resource: "*" }],
    ["all resources but one are meant", { Resource: undefined, NotResource: ownLogs }],
    ["they also delete", { Action: ["s3:PutObject", "s3:DeleteObject"] }],
    ["all actions but one are meant", { Action: undefined, NotAction: "s3:DeleteObject" }],
  ];
  for (const [because, change, service] of others) {
    it(`need one when ${because}`, () => assert.equal(judged(change, service), false));
  }

  it("may need one while the path is unknown", () => {
    assert.throws(() => judged({ Resource: [unknown] }), Undecided);
  });
});
