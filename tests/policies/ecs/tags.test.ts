import { strict as assert } from "node:assert";
import { ecsTags } from "../../../policies/ecs/tags";
import { brief, contextOf, resourceOf, judge, unknown } from "../../support/policy";

const type = "aws:ecs/cluster:Cluster";

describe("ecs-tags", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes tags", { tags: { owner: "shop" } }, []],
    ["refuses no tags", {}, ["violation tags"]],
    ["cannot decide unknown tags", { tags: unknown }, ["undecided tags"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecsTags, { type, props })), expected);
    });
  }

  it("judges TaskDefinition alike", async () => {
    const findings = await judge(ecsTags, { type: "aws:ecs/taskDefinition:TaskDefinition", props: {} });
    assert.deepEqual(brief(findings), ["violation tags"]);
  });

  const service = "aws:ecs/service:Service";

  it("demands of services that they pass tags on", async () => {
    const props = { tags: { owner: "shop" }, propagateTags: "NONE" };
    const findings = await judge(ecsTags, { type: service, props });
    assert.deepEqual(brief(findings), ["violation propagateTags", "violation enableEcsManagedTags"]);
    const good = { tags: { owner: "shop" }, propagateTags: "TASK_DEFINITION", enableEcsManagedTags: true };
    assert.deepEqual(await judge(ecsTags, { type: service, props: good }), []);
  });

  it("corrects how services pass tags on, and nothing else", () => {
    const corrected = (type: string, props: object) =>
      ecsTags.remediate?.(resourceOf({ type, props }), contextOf(ecsTags));
    assert.deepEqual(corrected(service, {}), { propagateTags: "SERVICE", enableEcsManagedTags: true });
    assert.equal(corrected(service, { propagateTags: "TASK_DEFINITION", enableEcsManagedTags: unknown }), undefined);
    assert.equal(corrected(type, {}), undefined);
  });
});
