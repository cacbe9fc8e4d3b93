import { strict as assert } from "node:assert";
import { snsPolicy } from "../../../policies/observability/snsPolicy";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:sns/topicPolicy:TopicPolicy";

describe("sns-policy", () => {
  const open = { Effect: "Allow", Principal: "*", Action: "sns:Publish", Resource: "*" };
  const service = (condition?: object) => ({
    Effect: "Allow",
    Principal: { Service: "cloudwatch.amazonaws.com" },
    Action: "sns:Publish",
    Resource: "*",
    ...(condition && { Condition: condition }),
  });
  const account = (id: string) => ({ ...open, Principal: { AWS: `arn:aws:iam::${id}:root` } });
  const text = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
  const documents: [behaviour: string, document: string, expected: string[]][] = [
    ["passes the own account", text(account("123456789012")), []],
    [
      "passes everybody of an organization",
      text({ ...open, Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }),
      [],
    ],
    [
      "passes a service with the own account as source",
      text(service({ StringEquals: { "aws:SourceAccount": "123456789012" } })),
      [],
    ],
    ["never flags a denial", text({ ...open, Effect: "Deny" }, account("123456789012")), []],
    ["refuses everybody", text(open), ["violation policy.Statement[0].Principal"]],
    ["refuses a foreign account", text(account("999999999999")), ["violation policy.Statement[0].Principal.AWS"]],
    ["refuses a service without a source", text(service()), ["violation policy.Statement[0].Principal.Service"]],
    [
      "refuses a service with a wrong account as source",
      text(service({ StringEquals: { "aws:SourceAccount": "999999999999" } })),
      ["violation policy.Statement[0].Principal.Service"],
    ],
    ["refuses what does not parse", "{", ["violation policy"]],
    ["cannot decide an unknown document", unknown, ["undecided policy"]],
  ];
  for (const [behaviour, document, expected] of documents) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(snsPolicy, { type, props: { policy: document } })), expected);
    });
  }

  it("passes an account that the settings trust", async () => {
    const described = { type, props: { policy: text(account("999999999999")) } };
    assert.deepEqual(await judge(snsPolicy, described, { trustedAccounts: ["999999999999"] }), []);
  });

  it("judges a policy that stands on the topic", async () => {
    assert.deepEqual(brief(await judge(snsPolicy, { type: "aws:sns/topic:Topic", props: { policy: text(open) } })), [
      "violation policy.Statement[0].Principal",
    ]);
  });

  it("passes a topic without a policy, which means the own account alone", async () => {
    assert.deepEqual(await judge(snsPolicy, { type: "aws:sns/topic:Topic" }), []);
  });
});
