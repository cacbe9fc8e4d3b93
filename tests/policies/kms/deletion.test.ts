import { strict as assert } from "node:assert";
import { kmsDeletion } from "../../../policies/kms/deletion";
import { brief, judge, prodEnvironment, unknown } from "../../support/policy";

const type = "aws:kms/key:Key";

describe("kms-deletion", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes an enabled key in development", { deletionWindowInDays: 7 }, []],
    ["refuses a key that is switched off", { isEnabled: false }, ["violation isEnabled"]],
    ["cannot decide an unknown switch", { isEnabled: unknown }, ["undecided isEnabled"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(kmsDeletion, { type, props })), expected);
    });
  }

  it("asks for protection and the longest period in production", async () => {
    const inProduction = (props: object, protect: boolean) =>
      judge(kmsDeletion, { type, props, protect }, { environment: prodEnvironment });
    assert.deepEqual(brief(await inProduction({}, true)), []);
    assert.deepEqual(brief(await inProduction({}, false)), ["violation "]);
    assert.deepEqual(brief(await inProduction({ deletionWindowInDays: 7 }, true)), ["violation deletionWindowInDays"]);
  });

  it("judges copies and imported keys alike, which wait for their material switched off", async () => {
    const off = (kind: string) => judge(kmsDeletion, { type: kind, props: { enabled: false } });
    assert.deepEqual(brief(await off("aws:kms/replicaKey:ReplicaKey")), ["violation enabled"]);
    for (const kind of ["aws:kms/externalKey:ExternalKey", "aws:kms/replicaExternalKey:ReplicaExternalKey"]) {
      assert.deepEqual(await off(kind), []);
      const soon = { type: kind, props: { deletionWindowInDays: 7 }, protect: true };
      assert.deepEqual(brief(await judge(kmsDeletion, soon, { environment: prodEnvironment })), [
        "violation deletionWindowInDays",
      ]);
    }
  });

  it("cannot decide an unknown period", async () => {
    const described = { type, props: { deletionWindowInDays: unknown }, protect: true };
    assert.deepEqual(brief(await judge(kmsDeletion, described, { environment: prodEnvironment })), [
      "undecided deletionWindowInDays",
    ]);
  });
});
