import { strict as assert } from "node:assert";
import { secretRotation } from "../../../policies/secrets/rotation";
import { brief, judge, judgeStack, stackOf, unknown } from "../../support/policy";

const type = "aws:secretsmanager/secretRotation:SecretRotation";
const secret = { type: "aws:secretsmanager/secret:Secret", name: "db" };

describe("secret-rotation", () => {
  const cases: [behaviour: string, rotationRules: unknown, expected: string[]][] = [
    ["passes 30 days", { automaticallyAfterDays: 30 }, []],
    ["passes a schedule", { scheduleExpression: "rate(10 days)" }, []],
    [
      "refuses a schedule of 180 days",
      { scheduleExpression: "rate(180 days)" },
      ["violation rotationRules.scheduleExpression"],
    ],
    ["passes a schedule that has no rate", { scheduleExpression: "cron(0 8 1 * ? *)" }, []],
    ["refuses 180 days", { automaticallyAfterDays: 180 }, ["violation rotationRules.automaticallyAfterDays"]],
    ["cannot decide unknown rules", unknown, ["undecided rotationRules.automaticallyAfterDays"]],
  ];
  for (const [behaviour, rotationRules, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(secretRotation, { type, props: { rotationRules } })), expected);
    });
  }

  it("takes the longest time from its setting", async () => {
    const described = { type, props: { rotationRules: { automaticallyAfterDays: 30 } } };
    const findings = await judge(secretRotation, described, { config: { maximumDays: 7 } });
    assert.deepEqual(brief(findings), ["violation rotationRules.automaticallyAfterDays"]);
  });

  it("passes a secret whose rotation names it by an output that is not known yet", async () => {
    const rotation = { type, name: "rotation", props: { secretId: unknown }, dependsOn: { secretId: ["db"] } };
    assert.deepEqual(await judgeStack(secretRotation, stackOf(secret, rotation)), []);
  });

  it("refuses a secret that nothing rotates", async () => {
    const other = { ...secret, name: "other" };
    const rotation = { type, name: "rotation", props: { secretId: unknown }, dependsOn: { secretId: ["other"] } };
    const findings = await judgeStack(secretRotation, stackOf(secret, other, rotation));
    assert.deepEqual(
      findings.map((finding) => finding.urn),
      ["urn:pulumi:dev::shop::aws:secretsmanager/secret:Secret::db"],
    );
  });
});
