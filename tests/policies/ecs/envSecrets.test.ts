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
    [
      "refuses a token among the options of a log driver",
      containers({
        name: "app",
        logConfiguration: { logDriver: "splunk", options: { "splunk-token": "B5A79AAD-D822" } },
      }),
      ["violation containerDefinitions[0].logConfiguration.options.splunk-token"],
    ],
    [
      "passes options that hold no secret",
      containers({ name: "app", logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": "/token" } } }),
      [],
    ],
    [
      "refuses a secret in a command, an entry point, a check or a label",
      containers({
        name: "app",
        command: ["--db", "postgres://app:hunter2@db/shop"],
        entryPoint: ["sh", "-c", `export K=AKIA${"A".repeat(16)}`],
        healthCheck: { command: ["CMD", "curl", "http://u:p@localhost"] },
        dockerLabels: { hook: `ghp_${"a".repeat(36)}` },
      }),
      [
        "violation containerDefinitions[0].command[1]",
        "violation containerDefinitions[0].entryPoint[2]",
        "violation containerDefinitions[0].healthCheck.command[2]",
        "violation containerDefinitions[0].dockerLabels.hook",
      ],
    ],
    [
      "passes a command that takes the password from a variable",
      containers({ name: "app", command: ["--db", "postgres://app:$DB_PASSWORD@db/shop"] }),
      [],
    ],
    [
      "passes switches about passwords",
      containers({ name: "db", environment: [{ name: "MYSQL_ALLOW_EMPTY_PASSWORD", value: "yes" }] }),
      [],
    ],
    [
      "refuses a name that AWS looks for, whatever the value",
      containers({ name: "app", environment: [{ name: "ECS_ENGINE_AUTH_DATA", value: "" }] }),
      ["violation containerDefinitions[0].environment[0].value"],
    ],
    [
      "passes files of variables, which are not in the template",
      containers({ name: "app", environmentFiles: [{ type: "s3", value: "arn:aws:s3:::b/.env" }] }),
      [],
    ],
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
