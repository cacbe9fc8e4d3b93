import { strict as assert } from "node:assert";
import { kmsDescription } from "../../../policies/kms/description";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:kms/key:Key";

describe("kms-description", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes a description", { description: "Artifacts of the shop" }, []],
    ["passes a description that is not known yet", { description: unknown }, []],
    ["refuses an absent description", {}, ["violation description"]],
    ["refuses an empty description", { description: " " }, ["violation description"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(kmsDescription, { type, props })), expected);
    });
  }

  for (const kind of Object.keys(kmsDescription.reads)) {
    it(`asks ${kind}`, async () => {
      assert.deepEqual(brief(await judge(kmsDescription, { type: kind })), ["violation description"]);
    });
  }
});
