import { strict as assert } from "node:assert";
import { snsSub } from "../../../policies/observability/snsSub";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:sns/topicSubscription:TopicSubscription";

describe("sns-sub", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes e-mail, which nobody sends again", { protocol: "email" }, []],
    ["refuses a function without a dead-letter queue", { protocol: "lambda" }, ["violation redrivePolicy"]],
    ["refuses an address without a dead-letter queue", { protocol: "https" }, ["violation redrivePolicy"]],
    ["passes a queue with a dead-letter queue", { protocol: "sqs", redrivePolicy: unknown }, []],
    ["refuses plain HTTP", { protocol: "http", redrivePolicy: "{}" }, ["violation protocol"]],
    ["refuses a queue without a dead-letter queue", { protocol: "sqs" }, ["violation redrivePolicy"]],
    ["cannot decide an unknown protocol", { protocol: unknown }, ["undecided protocol"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(snsSub, { type, props })), expected);
    });
  }
});
