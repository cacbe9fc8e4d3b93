import { strict as assert } from "node:assert";
import { snsPolicy } from "../../../policies/observability/snsPolicy";
import { brief, judge } from "../../support/policy";
import { documentOf, itJudgesAudience, statementsFor } from "../../support/audience";

const type = "aws:sns/topicPolicy:TopicPolicy";

describe("sns-policy", () => {
  itJudgesAudience({ control: snsPolicy, type, property: "policy", action: "sns:Publish", service: "cloudwatch" });

  const { open } = statementsFor("sns:Publish", "cloudwatch");

  it("judges a policy that stands on the topic", async () => {
    assert.deepEqual(
      brief(await judge(snsPolicy, { type: "aws:sns/topic:Topic", props: { policy: documentOf(open) } })),
      ["violation policy.Statement[0].Principal"],
    );
  });

  it("passes a topic without a policy, which means the own account alone", async () => {
    assert.deepEqual(await judge(snsPolicy, { type: "aws:sns/topic:Topic" }), []);
  });
});
