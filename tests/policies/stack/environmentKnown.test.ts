import { strict as assert } from "node:assert";
import { pulumiEnvironmentKnown } from "../../../policies/stack/environmentKnown";
import { judge } from "../../support/policy";

const stack = { type: "pulumi:pulumi:Stack" };

describe("pulumi-environment-known", () => {
  it("passes a known environment", async () => {
    assert.deepEqual(await judge(pulumiEnvironmentKnown, stack), []);
  });

  it("refuses a name that no list has, and says how it is judged", async () => {
    const environment = { name: "blue", kind: "prod", known: false, protected: true } as const;
    const [finding] = await judge(pulumiEnvironmentKnown, stack, { environment });
    assert.equal(finding?.what, "Nothing says what kind of environment `blue` is, so it is judged as production");
  });
});
