import { strict as assert } from "node:assert";
import { snsTlsOnly } from "../../../policies/observability/snsTlsOnly";
import { brief, judge, judgeStack, stackOf, unknown } from "../../support/policy";

const type = "aws:sns/topicPolicy:TopicPolicy";

describe("sns-tls-only", () => {
  const denial = {
    Effect: "Deny",
    Principal: "*",
    Action: "sns:Publish",
    Resource: "*",
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
  const text = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
  const cases: [behaviour: string, policy: string, expected: string[]][] = [
    ["passes a denial", text(denial), []],
    ["refuses a policy without one", text({ ...denial, Effect: "Allow", Condition: undefined }), ["violation policy"]],
    ["refuses a denial of something else", text({ ...denial, Action: "sns:Subscribe" }), ["violation policy"]],
    ["cannot decide an unknown policy", unknown, ["undecided policy"]],
  ];
  for (const [behaviour, policy, expected] of cases) {
    it(behaviour, async () => assert.deepEqual(brief(await judge(snsTlsOnly, { type, props: { policy } })), expected));
  }

  it("wants the denial for this topic", async () => {
    const arn = (name: string) => `arn:aws:sns:eu-west-1:123456789012:${name}`;
    const denying = (Resource: unknown) => ({
      type,
      props: { arn: arn("alerts"), policy: text({ ...denial, Resource }) },
    });
    for (const Resource of ["*", arn("alerts"), arn("*"), [arn("other"), arn("alerts")], unknown]) {
      assert.deepEqual(await judge(snsTlsOnly, denying(Resource)), [], String(Resource));
    }
    assert.deepEqual(brief(await judge(snsTlsOnly, denying(arn("other")))), ["violation policy"]);
  });

  const topic = (policy?: string) => ({ type: "aws:sns/topic:Topic", name: "topic", props: { policy } });

  it("leaves a topic to the policy resource that names it", async () => {
    const policy = { type, name: "policy", props: { arn: unknown, policy: unknown }, dependsOn: { arn: ["topic"] } };
    assert.deepEqual(await judgeStack(snsTlsOnly, stackOf(topic(), policy)), []);
  });

  it("asks a topic without a policy resource for its own", async () => {
    assert.deepEqual(brief(await judgeStack(snsTlsOnly, stackOf(topic()))), ["violation policy"]);
    assert.deepEqual(await judgeStack(snsTlsOnly, stackOf(topic(text(denial)))), []);
  });
});
