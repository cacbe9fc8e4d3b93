import { strict as assert } from "node:assert";
import { ecsNoHostPid } from "../../../policies/ecs/noHostPid";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:ecs/taskDefinition:TaskDefinition";

describe("ecs-no-host-pid", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes absent modes", {}, []],
    ["passes the task's own", { pidMode: "task", ipcMode: "none" }, []],
    ["refuses the host's processes", { pidMode: "host" }, ["violation pidMode"]],
    ["refuses the host's memory", { ipcMode: "host" }, ["violation ipcMode"]],
    [
      "cannot decide an unknown mode, and still judges the other",
      { pidMode: unknown, ipcMode: "host" },
      ["undecided pidMode", "violation ipcMode"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecsNoHostPid, { type, props })), expected);
    });
  }
});
