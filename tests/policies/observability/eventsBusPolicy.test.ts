import { strict as assert } from "node:assert";
import { eventsBusPolicy } from "../../../policies/observability/eventsBusPolicy";
import { brief, judge, judgeStack, stackOf, unknown } from "../../support/policy";

const type = "aws:cloudwatch/eventBusPolicy:EventBusPolicy";

describe("events-bus-policy", () => {
  const open = { Effect: "Allow", Principal: "*", Action: "events:PutEvents", Resource: "*" };
  const service = (condition?: object) => ({
    Effect: "Allow",
    Principal: { Service: "scheduler.amazonaws.com" },
    Action: "events:PutEvents",
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
      assert.deepEqual(brief(await judge(eventsBusPolicy, { type, props: { policy: document } })), expected);
    });
  }

  it("passes an account that the settings trust", async () => {
    const described = { type, props: { policy: text(account("999999999999")) } };
    assert.deepEqual(await judge(eventsBusPolicy, described, { trustedAccounts: ["999999999999"] }), []);
  });

  it("judges a permission", async () => {
    const permission = (props: object) =>
      judge(eventsBusPolicy, { type: "aws:cloudwatch/eventPermission:EventPermission", props });
    assert.deepEqual(brief(await permission({ principal: "*" })), ["violation principal"]);
    assert.deepEqual(brief(await permission({ principal: "123456789012" })), []);
    assert.deepEqual(brief(await permission({ principal: "*", condition: { key: "aws:PrincipalOrgID" } })), []);
  });

  it("asks for a policy of each bus", async () => {
    const bus = { type: "aws:cloudwatch/eventBus:EventBus", name: "bus" };
    const policy = { type, name: "policy", props: { eventBusName: unknown }, dependsOn: { eventBusName: ["bus"] } };
    assert.deepEqual(await judgeStack(eventsBusPolicy, stackOf(bus, policy)), []);
    assert.deepEqual(brief(await judgeStack(eventsBusPolicy, stackOf(bus))), ["violation "]);
  });
});
