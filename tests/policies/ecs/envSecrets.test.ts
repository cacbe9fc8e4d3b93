import { strict as assert } from "node:assert";
import { ecsEnvSecrets } from "../../../policies/ecs/envSecrets";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:ecs/taskDefinition:TaskDefinition";
const containers = (...list: object[]) => ({ containerDefinitions: JSON.stringify(list) });

describe("ecs-env-secrets", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "passes harmless variables",
      containers({
        name: "app",
        environment: [
          { name: "PORT", value: "8080" },
          { name: "SECRET_ARN", value: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:x" },
        ],
      }),
      [],
    ],
    ["passes absent variables", containers({ name: "app", image: unknown }), []],
    [
      "passes secrets by ARN",
      containers({
        name: "app",
        secrets: [
          { name: "DB_PASSWORD", valueFrom: unknown },
          { name: "API_KEY", valueFrom: "/shop/api-key" },
        ],
      }),
      [],
    ],
    [
      "passes an output under a harmless name",
      containers({ name: "app", environment: [{ name: "TABLE", value: unknown }] }),
      [],
    ],
    [
      "refuses credentials of AWS",
      containers({ name: "app", environment: [{ name: "AWS_SECRET_ACCESS_KEY", value: "" }] }),
      ["violation containerDefinitions[0].environment[0].value"],
    ],
    [
      "refuses a secret-looking name",
      containers({
        name: "app",
        environment: [
          { name: "PORT", value: "1" },
          { name: "DB_PASSWORD", value: "hunter2!" },
        ],
      }),
      ["violation containerDefinitions[0].environment[1].value"],
    ],
    [
      "refuses a secret-looking value",
      containers({ name: "app", environment: [{ name: "DATABASE", value: "postgres://app:hunter2@db/app" }] }),
      ["violation containerDefinitions[0].environment[0].value"],
    ],
    [
      "refuses other spellings of the fields",
      containers({ name: "app", Environment: [{ Name: "DB_PASSWORD", Value: "hunter2!" }] }),
      ["violation containerDefinitions[0].environment[0].value"],
    ],
    [
      "refuses a secret in place of its ARN",
      containers({ name: "app", secrets: [{ name: "TOKEN", valueFrom: `ghp_${"a".repeat(36)}` }] }),
      ["violation containerDefinitions[0].secrets[0].valueFrom"],
    ],
    [
      "cannot decide an unknown value under a secret-looking name",
      containers({ name: "app", environment: [{ name: "DB_PASSWORD", value: unknown }] }),
      ["undecided containerDefinitions[0].environment[0].value"],
    ],
    [
      "cannot decide unknown variables",
      containers({ name: "app", environment: unknown }),
      ["undecided containerDefinitions[0].environment"],
    ],
    ["cannot decide wholly unknown definitions", { containerDefinitions: unknown }, ["undecided containerDefinitions"]],
    ["refuses what does not parse", { containerDefinitions: "[" }, ["violation containerDefinitions"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecsEnvSecrets, { type, props })), expected);
    });
  }

  it("refuses a text that the program put a secret into, and never shows it", async () => {
    const props = containers({ name: "app", environment: [{ name: "STRIPE", value: "swordfish" }] });
    const findings = await judge(ecsEnvSecrets, { type, props, secrets: ["containerDefinitions"] });
    assert.deepEqual(brief(findings), ["violation containerDefinitions"]);
    assert.ok(!JSON.stringify(findings).includes("swordfish"));
  });

  it("never shows the value of a variable", async () => {
    const props = containers({ name: "app", environment: [{ name: "DB_PASSWORD", value: "swordfish" }] });
    const findings = await judge(ecsEnvSecrets, { type, props });
    assert.equal(findings.length, 1);
    assert.ok(!JSON.stringify(findings).includes("swordfish"));
  });
});
