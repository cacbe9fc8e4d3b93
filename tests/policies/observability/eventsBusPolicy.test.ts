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

  it("asks for a policy of each bus", async () => {
    const bus = { type: "aws:cloudwatch/eventBus:EventBus", name: "bus" };
    const policy = { type, name: "policy", props: { eventBusName: unknown }, dependsOn: { eventBusName: ["bus"] } };
    assert.deepEqual(await judgeStack(eventsBusPolicy, stackOf(bus, policy)), []);
    assert.deepEqual(brief(await judgeStack(eventsBusPolicy, stackOf(bus))), ["violation "]);
  });
});
