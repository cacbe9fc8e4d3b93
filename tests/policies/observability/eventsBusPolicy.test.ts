import { strict as assert } from "node:assert";
import { eventsBusPolicy } from "../../../policies/observability/eventsBusPolicy";
import { brief, judge, judgeStack, stackOf, unknown } from "../../support/policy";
import { itJudgesAudience } from "../../support/audience";

const type = "aws:cloudwatch/eventBusPolicy:EventBusPolicy";

describe("events-bus-policy", () => {
  itJudgesAudience({
    control: eventsBusPolicy,
    type,
    property: "policy",
    action: "events:PutEvents",
    service: "scheduler",
  });

  it("judges a permission", async () => {
    const permission = (props: object) =>
      judge(eventsBusPolicy, { type: "aws:cloudwatch/eventPermission:EventPermission", props });
    assert.deepEqual(brief(await permission({ principal: "*" })), ["violation principal"]);
    assert.deepEqual(brief(await permission({ principal: "123456789012" })), []);
    assert.deepEqual(brief(await permission({ principal: "210987654321" })), ["violation principal"]);
    assert.deepEqual(brief(await permission({ principal: "*", condition: { key: "aws:PrincipalOrgID" } })), []);
  });

  it("knows the organization of a permission once the settings name any", async () => {
    const permission = {
      type: "aws:cloudwatch/eventPermission:EventPermission",
      props: { principal: "*", condition: { key: "aws:PrincipalOrgID", type: "StringEquals", value: "o-1" } },
    };
    assert.deepEqual(await judge(eventsBusPolicy, permission), []);
    assert.deepEqual(await judge(eventsBusPolicy, permission, { trustedOrganizations: ["o-1"] }), []);
    assert.deepEqual(brief(await judge(eventsBusPolicy, permission, { trustedOrganizations: ["o-2"] })), [
      "violation condition.value",
    ]);
    const hidden = { ...permission, props: { ...permission.props, condition: { value: unknown } } };
    assert.deepEqual(await judge(eventsBusPolicy, hidden), []);
    assert.deepEqual(brief(await judge(eventsBusPolicy, hidden, { trustedOrganizations: ["o-2"] })), [
      "undecided condition.value",
    ]);
  });

  it("cannot decide a permission while nobody said which account is the own one", async () => {
    const permission = { type: "aws:cloudwatch/eventPermission:EventPermission", props: { principal: "210987654321" } };
    assert.deepEqual(brief(await judge(eventsBusPolicy, permission, { ownAccounts: [] })), ["undecided principal"]);
  });

  it("asks for a policy of each bus", async () => {
    const bus = { type: "aws:cloudwatch/eventBus:EventBus", name: "bus" };
    const policy = { type, name: "policy", props: { eventBusName: unknown }, dependsOn: { eventBusName: ["bus"] } };
    assert.deepEqual(await judgeStack(eventsBusPolicy, stackOf(bus, policy)), []);
    assert.deepEqual(brief(await judgeStack(eventsBusPolicy, stackOf(bus))), ["violation "]);
  });
});
