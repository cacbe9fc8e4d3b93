import { strict as assert } from "node:assert";
import { cbEnvCreds } from "../../../policies/codebuild/envCreds";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:codebuild/project:Project";

describe("cb-env-creds", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "passes harmless variables",
      {
        environment: {
          environmentVariables: [
            { name: "NODE_ENV", value: "production" },
            { name: "TOKEN_URL", value: "https://x.example/token" },
          ],
        },
      },
      [],
    ],
    ["passes an absent list", { environment: {} }, []],
    [
      "passes a secret by name",
      {
        environment: { environmentVariables: [{ name: "DB_PASSWORD", type: "SECRETS_MANAGER", value: "db:password" }] },
      },
      [],
    ],
    [
      "passes a parameter",
      {
        environment: {
          environmentVariables: [{ name: "DB_PASSWORD", type: "PARAMETER_STORE", value: "/db/password" }],
        },
      },
      [],
    ],
    [
      "passes an output under a harmless name",
      { environment: { environmentVariables: [{ name: "BUCKET", value: unknown }] } },
      [],
    ],
    [
      "passes where a variable only says where the secret is",
      {
        environment: {
          environmentVariables: [
            { name: "DB_PASSWORD", value: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db" },
          ],
        },
      },
      [],
    ],
    [
      "refuses credentials of AWS, whatever the value",
      { environment: { environmentVariables: [{ name: "AWS_ACCESS_KEY_ID", type: "PLAINTEXT", value: "" }] } },
      ["violation environment.environmentVariables[0].value"],
    ],
    [
      "refuses a secret-looking name",
      { environment: { environmentVariables: [{ name: "DB_PASSWORD", value: "hunter2!" }] } },
      ["violation environment.environmentVariables[0].value"],
    ],
    [
      "refuses a secret-looking value",
      { environment: { environmentVariables: [{ name: "NOTES", value: `AKIA${"A".repeat(16)}` }] } },
      ["violation environment.environmentVariables[0].value"],
    ],
    [
      "cannot decide an unknown value under a secret-looking name",
      { environment: { environmentVariables: [{ name: "DB_PASSWORD", value: unknown }] } },
      ["undecided environment.environmentVariables[0].value"],
    ],
    [
      "cannot decide an unknown name",
      { environment: { environmentVariables: [{ name: unknown, value: "x" }] } },
      ["undecided environment.environmentVariables[0].name"],
    ],
    [
      "cannot decide an unknown list",
      { environment: { environmentVariables: unknown } },
      ["undecided environment.environmentVariables"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(cbEnvCreds, { type, props })), expected);
    });
  }

  it("refuses a value that the program marked as secret, and never shows it", async () => {
    const environmentVariables = [{ name: "STRIPE", value: "swordfish" }];
    const secrets = ["environment.environmentVariables[0].value"];
    const findings = await judge(cbEnvCreds, { type, props: { environment: { environmentVariables } }, secrets });
    assert.deepEqual(brief(findings), ["violation environment.environmentVariables[0].value"]);
    assert.ok(!JSON.stringify(findings).includes("swordfish"));
  });

  it("refuses a list that the program computed from a secret", async () => {
    const environment = { environmentVariables: [{ name: "STRIPE", value: "swordfish" }] };
    const findings = await judge(cbEnvCreds, { type, props: { environment }, secrets: ["environment"] });
    assert.deepEqual(brief(findings), ["violation environment.environmentVariables"]);
    assert.ok(!JSON.stringify(findings).includes("swordfish"));
  });
});
