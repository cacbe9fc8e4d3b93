import { strict as assert } from "node:assert";
import { pulumiComponentVersion } from "../../../policies/stack/componentVersion";
import { brief, judgeStack, stackOf, unknown } from "../../support/policy";

const type = "container-delivery:index:Network";

describe("pulumi-component-version", () => {
  const cases: [behaviour: string, described: { type: string; props: object }, expected: string[]][] = [
    ["passes a component with a version", { type, props: { version: "1.2.3" } }, []],
    ["passes components of other packages", { type: "acme:index:Network", props: {} }, []],
    ["refuses a component without a version", { type, props: {} }, ["violation version"]],
    ["cannot decide an unknown version", { type, props: { version: unknown } }, ["undecided version"]],
  ];
  for (const [behaviour, described, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judgeStack(pulumiComponentVersion, stackOf(described))), expected);
    });
  }
});
