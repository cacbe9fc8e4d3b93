import { strict as assert } from "node:assert";
import { ecsUnprivileged } from "../../../policies/ecs/unprivileged";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:ecs/taskDefinition:TaskDefinition";
const containers = (...list: object[]) => ({ containerDefinitions: JSON.stringify(list) });

describe("ecs-unprivileged", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes absent privileges, which AWS takes as none", containers({ name: "app", image: unknown }), []],
    [
      "refuses privileges",
      containers({ name: "app", privileged: false }, { name: "app", privileged: true }),
      ["violation containerDefinitions[1].privileged"],
    ],
    [
      "refuses privileges in another spelling",
      containers({ name: "app", Privileged: true }),
      ["violation containerDefinitions[0].privileged"],
    ],
    [
      "refuses a single container instead of a list",
      { containerDefinitions: JSON.stringify({ name: "app" }) },
      ["violation containerDefinitions"],
    ],
    [
      "cannot decide an unknown flag, and still judges the next container",
      containers({ name: "app", privileged: unknown }, { name: "app", privileged: true }),
      ["undecided containerDefinitions[0].privileged", "violation containerDefinitions[1].privileged"],
    ],
    ["cannot decide wholly unknown definitions", { containerDefinitions: unknown }, ["undecided containerDefinitions"]],
    ["refuses what does not parse", { containerDefinitions: "[" }, ["violation containerDefinitions"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecsUnprivileged, { type, props })), expected);
    });
  }

  it("never shows the text that does not parse", async () => {
    const findings = await judge(ecsUnprivileged, { type, props: { containerDefinitions: "swordfish" } });
    assert.ok(!JSON.stringify(findings).includes("swordfish"));
  });

  it("judges daemons alike, whose containers stand as a list", async () => {
    const findings = await judge(ecsUnprivileged, {
      type: "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition",
      props: { containerDefinitions: [{ name: "agent", privileged: true }] },
    });
    assert.deepEqual(brief(findings), ["violation containerDefinitions[0].privileged"]);
  });
});
