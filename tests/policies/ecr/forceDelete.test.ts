import { strict as assert } from "node:assert";
import { ecrForceDelete } from "../../../policies/ecr/forceDelete";
import { brief, judge, prodEnvironment, unknown } from "../../support/policy";

const type = "aws:ecr/repository:Repository";

describe("ecr-force-delete", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes an absent flag", {}, []],
    ["passes a repository that keeps its images", { forceDelete: false }, []],
    ["refuses deletion with images", { forceDelete: true }, ["violation forceDelete"]],
    ["cannot decide an unknown flag", { forceDelete: unknown }, ["undecided forceDelete"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecrForceDelete, { type, props }, { environment: prodEnvironment })), expected);
    });
  }

  it("lets environments pass that are not protected", async () => {
    assert.deepEqual(await judge(ecrForceDelete, { type, props: { forceDelete: true } }), []);
  });
});
