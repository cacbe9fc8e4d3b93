import { strict as assert } from "node:assert";
import { ecsNonroot } from "../../../policies/ecs/nonroot";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:ecs/taskDefinition:TaskDefinition";
const containers = (...list: object[]) => ({ containerDefinitions: JSON.stringify(list) });

describe("ecs-nonroot", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes a user", containers({ name: "app", user: "1000:1000" }, { name: "app", user: "node" }), []],
    ["passes a number without quotes", containers({ name: "app", user: 1000 }), []],
    ["passes a user in root's group", containers({ name: "app", user: "1000:0" }), []],
    [
      "refuses no user, which leaves it to the image",
      containers({ name: "app", image: unknown }),
      ["violation containerDefinitions[0].user"],
    ],
    ["refuses root by name", containers({ name: "app", user: "root" }), ["violation containerDefinitions[0].user"]],
    [
      "refuses root with a group",
      containers({ name: "app", user: "root:root" }),
      ["violation containerDefinitions[0].user"],
    ],
    ["refuses root by id", containers({ name: "app", user: "0" }), ["violation containerDefinitions[0].user"]],
    [
      "refuses root by id and group",
      containers({ name: "app", user: "0:1000" }),
      ["violation containerDefinitions[0].user"],
    ],
    ["refuses root as a number", containers({ name: "app", user: 0 }), ["violation containerDefinitions[0].user"]],
    [
      "refuses root by id in other spellings",
      containers({ name: "app", user: "00:0" }),
      ["violation containerDefinitions[0].user"],
    ],
    ["refuses an empty user", containers({ name: "app", user: "" }), ["violation containerDefinitions[0].user"]],
    ["refuses null", containers({ name: "app", user: null }), ["violation containerDefinitions[0].user"]],
    ["refuses what is no user", containers({ name: "app", user: {} }), ["violation containerDefinitions[0].user"]],
    [
      "refuses a list with something else in it",
      { containerDefinitions: JSON.stringify([{ name: "app", user: "1000" }, null]) },
      ["violation containerDefinitions[1]"],
    ],
    ["refuses a task without containers", { containerDefinitions: "[]" }, ["violation containerDefinitions"]],
    ["refuses an absent list", {}, ["violation containerDefinitions"]],
    ["refuses a group alone", containers({ name: "app", user: ":1000" }), ["violation containerDefinitions[0].user"]],
    [
      "passes the router of FireLens, which ECS runs as root",
      containers(
        { name: "app", user: "1000" },
        { name: "app", user: "0", firelensConfiguration: { type: "fluentbit" } },
      ),
      [],
    ],
    [
      "passes a user of Windows",
      {
        ...containers({ name: "app", user: "ContainerUser" }),
        runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
      },
      [],
    ],
    [
      "refuses the administrator of Windows",
      {
        ...containers({ name: "app", user: "ContainerAdministrator" }),
        runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
      },
      ["violation containerDefinitions[0].user"],
    ],
    [
      "refuses no user on Windows",
      {
        ...containers({ name: "app", image: unknown }),
        runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
      },
      ["violation containerDefinitions[0].user"],
    ],
    [
      "cannot decide whether an unknown platform is Windows",
      { ...containers({ name: "app", user: "1000" }), runtimePlatform: unknown },
      ["undecided runtimePlatform.operatingSystemFamily"],
    ],
    [
      "cannot decide an unknown user",
      containers({ name: "app", user: unknown }),
      ["undecided containerDefinitions[0].user"],
    ],
    ["cannot decide wholly unknown definitions", { containerDefinitions: unknown }, ["undecided containerDefinitions"]],
    ["refuses what does not parse", { containerDefinitions: "[" }, ["violation containerDefinitions"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecsNonroot, { type, props })), expected);
    });
  }

  it("judges daemons alike, whose containers stand as a list", async () => {
    const findings = await judge(ecsNonroot, {
      type: "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition",
      props: { containerDefinitions: [{ name: "agent" }] },
    });
    assert.deepEqual(brief(findings), ["violation containerDefinitions[0].user"]);
  });
});
