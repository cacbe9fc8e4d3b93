import { strict as assert } from "node:assert";
import { cbPrivileged } from "../../../policies/codebuild/privileged";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:codebuild/project:Project";

describe("cb-privileged", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes a project that is not", { environment: { privilegedMode: false } }, []],
    ["passes an absent flag", { environment: {} }, []],
    [
      "passes a Docker server, which needs no privileges",
      { environment: { dockerServer: { computeType: "BUILD_GENERAL1_SMALL" } } },
      [],
    ],
    ["refuses privileges", { environment: { privilegedMode: true } }, ["violation environment.privilegedMode"]],
    [
      "cannot decide an unknown flag",
      { environment: { privilegedMode: unknown } },
      ["undecided environment.privilegedMode"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(cbPrivileged, { type, props })), expected);
    });
  }

  const inside = (parent: string) => `urn:pulumi:dev::shop::container-delivery:index:Pipeline$${parent}::images`;
  const privileged = (environment: object, parent: string) =>
    judge(cbPrivileged, { type, props: { environment: { privilegedMode: true, ...environment } }, parent });

  it("passes the component that builds images", async () => {
    assert.deepEqual(await privileged({}, inside("container-delivery:index:ImageBuild")), []);
  });

  it("refuses other components, and a name that only looks like it", async () => {
    const parent = "urn:pulumi:dev::shop::evil:index:Build::container-delivery:index:ImageBuild";
    assert.deepEqual(brief(await privileged({}, parent)), ["violation environment.privilegedMode"]);
  });

  it("refuses privileges next to a Docker server even there", async () => {
    const findings = await privileged({ dockerServer: {} }, inside("container-delivery:index:ImageBuild"));
    assert.deepEqual(brief(findings), ["violation environment.privilegedMode"]);
  });
});
