import { strict as assert } from "node:assert";
import { queueStatements } from "../../../../infra/components/shared/deadLetters";

const where = { partition: "aws", region: "eu-west-1", account: "123456789012" };
const sids = (rules: string[], topics: string[]) => queueStatements(where, "lost", rules, topics).map(({ Sid }) => Sid);

describe("queueStatements", () => {
  it("admits only the rules and topics that are named", () => {
    assert.deepEqual(sids(["rule"], []), ["ReceiveEvents", "DenyWithoutTls"]);
    assert.deepEqual(sids(["rule"], ["topic"]), ["ReceiveEvents", "ReceiveNotifications", "DenyWithoutTls"]);
    assert.deepEqual(sids([], ["topic"]), ["ReceiveNotifications", "DenyWithoutTls"]);
  });

  it("binds each of them to its ARN and to this account", () => {
    const [events, topics] = queueStatements(where, "lost", ["one", "two"], ["alarms"]);
    assert.deepEqual(events?.Condition, {
      StringEquals: { "aws:SourceAccount": "123456789012" },
      ArnEquals: {
        "aws:SourceArn": [
          "arn:aws:events:eu-west-1:123456789012:rule/one",
          "arn:aws:events:eu-west-1:123456789012:rule/two",
        ],
      },
    });
    assert.deepEqual(topics?.Condition?.ArnEquals, {
      "aws:SourceArn": ["arn:aws:sns:eu-west-1:123456789012:alarms"],
    });
    assert.equal(events?.Resource, "arn:aws:sqs:eu-west-1:123456789012:lost");
  });
});
