import { strict as assert } from "node:assert";
import { topicStatements } from "../../../../infra/components/monitoring/topicPolicy";

const where = { partition: "aws", region: "eu-west-1", account: "123456789012" };
const [alarms, events, deny] = topicStatements(where, "web-alarms", "web", ["failed"]);

describe("topicStatements", () => {
  it("lets the service's own alarms and rules publish, bound to this account", () => {
    assert.deepEqual(alarms?.Condition, {
      StringEquals: { "aws:SourceAccount": "123456789012" },
      ArnLike: { "aws:SourceArn": ["arn:aws:cloudwatch:eu-west-1:123456789012:alarm:web-*"] },
    });
    assert.deepEqual(events?.Condition?.ArnLike, {
      "aws:SourceArn": ["arn:aws:events:eu-west-1:123456789012:rule/failed"],
    });
    assert.deepEqual([alarms?.Action, events?.Action], ["sns:Publish", "sns:Publish"]);
  });

  it("refuses everybody without TLS", () => {
    assert.deepEqual([deny?.Effect, deny?.Principal], ["Deny", "*"]);
    assert.deepEqual(deny?.Condition, { Bool: { "aws:SecureTransport": "false" } });
  });
});
