import { strict as assert } from "node:assert";
import { sqsPolicy } from "../../../policies/observability/sqsPolicy";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:sqs/queuePolicy:QueuePolicy";

describe("sqs-policy", () => {
  const open = { Effect: "Allow", Principal: "*", Action: "sqs:SendMessage", Resource: "*" };
  const service = (condition?: object) => ({
    Effect: "Allow",
    Principal: { Service: "sns.amazonaws.com" },
    Action: "sqs:SendMessage",
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
      assert.deepEqual(brief(await judge(sqsPolicy, { type, props: { policy: document } })), expected);
    });
  }

  it("passes an account that the settings trust", async () => {
    const described = { type, props: { policy: text(account("999999999999")) } };
    assert.deepEqual(await judge(sqsPolicy, described, { trustedAccounts: ["999999999999"] }), []);
  });

  it("judges a policy that stands on the queue", async () => {
    assert.deepEqual(brief(await judge(sqsPolicy, { type: "aws:sqs/queue:Queue", props: { policy: text(open) } })), [
      "violation policy.Statement[0].Principal",
    ]);
  });
});
