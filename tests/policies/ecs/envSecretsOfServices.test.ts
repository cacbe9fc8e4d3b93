import { strict as assert } from "node:assert";
import { ecsEnvSecrets } from "../../../policies/ecs/envSecrets";
import { brief, judge } from "../../support/policy";

describe("ecs-env-secrets, beside task definitions", () => {
  it("judges daemons and express services alike", async () => {
    const environments = [{ name: "DB_PASSWORD", value: "hunter2!" }];
    const daemon = await judge(ecsEnvSecrets, {
      type: "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition",
      props: { containerDefinitions: [{ name: "agent", environments }] },
    });
    assert.deepEqual(brief(daemon), ["violation containerDefinitions[0].environments[0].value"]);
    const express = {
      type: "aws:ecs/expressGatewayService:ExpressGatewayService",
      props: { primaryContainer: { environments } },
    };
    assert.deepEqual(brief(await judge(ecsEnvSecrets, express)), ["violation primaryContainer.environments[0].value"]);
    const marked = {
      ...express,
      props: { primaryContainer: { environments: [{ name: "STRIPE", value: "swordfish" }] } },
    };
    const findings = await judge(ecsEnvSecrets, { ...marked, secrets: ["primaryContainer.environments[0].value"] });
    assert.deepEqual(brief(findings), ["violation primaryContainer.environments[0].value"]);
    assert.ok(!JSON.stringify(findings).includes("swordfish"));
  });
});
