import { strict as assert } from "node:assert";
import { ecsImagePinned } from "../../../policies/ecs/imagePinned";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:ecs/taskDefinition:TaskDefinition";
const containers = (...list: object[]) => ({ containerDefinitions: JSON.stringify(list) });

describe("ecs-image-pinned", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "passes a digest",
      containers({
        name: "app",
        image:
          "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      }),
      [],
    ],
    [
      "passes a tag with a digest",
      containers({
        name: "app",
        image:
          "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:latest@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      }),
      [],
    ],
    [
      "passes a tag",
      containers({ name: "app", image: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:release-1" }),
      [],
    ],
    [
      "passes a pull-through cache",
      containers({ name: "app", image: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/hub/library/nginx:1.29" }),
      [],
    ],
    [
      "passes the public registry of AWS",
      containers({ name: "app", image: "public.ecr.aws/docker/library/node:24-alpine" }),
      [],
    ],
    [
      "refuses latest",
      containers({ name: "app", image: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:latest" }),
      ["violation containerDefinitions[0].image"],
    ],
    [
      "refuses no tag, which means latest",
      containers({ name: "app", image: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop" }),
      ["violation containerDefinitions[0].image"],
    ],
    [
      "refuses a tag that ECS resolves for each task",
      containers({
        name: "app",
        image: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1",
        versionConsistency: "disabled",
      }),
      ["violation containerDefinitions[0].versionConsistency"],
    ],
    [
      "passes a digest without consistency",
      containers({
        name: "app",
        image:
          "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        versionConsistency: "disabled",
      }),
      [],
    ],
    [
      "refuses Docker Hub",
      containers({ name: "app", image: "nginx:1.29" }),
      ["violation containerDefinitions[0].image"],
    ],
    [
      "refuses a user of Docker Hub",
      containers({
        name: "app",
        image: "grafana/grafana@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      }),
      ["violation containerDefinitions[0].image"],
    ],
    [
      "refuses a registry with a port, whose port is no tag",
      containers({ name: "app", image: "localhost:5000/shop" }),
      ["violation containerDefinitions[0].image", "violation containerDefinitions[0].image"],
    ],
    [
      "refuses a registry that only begins like ECR",
      containers({ name: "app", image: "123456789012.dkr.ecr.eu-west-1.amazonaws.com.evil.example/shop:1" }),
      ["violation containerDefinitions[0].image"],
    ],
    [
      "cannot decide an unknown image, and still judges the sidecar",
      containers({ name: "app", image: unknown }, { name: "app", image: "busybox:1" }),
      ["undecided containerDefinitions[0].image", "violation containerDefinitions[1].image"],
    ],
    ["cannot decide wholly unknown definitions", { containerDefinitions: unknown }, ["undecided containerDefinitions"]],
    ["refuses what does not parse", { containerDefinitions: "[" }, ["violation containerDefinitions"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecsImagePinned, { type, props })), expected);
    });
  }

  it("judges daemons and express services alike", async () => {
    const daemon = await judge(ecsImagePinned, {
      type: "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition",
      props: { containerDefinitions: [{ name: "agent", image: "public.ecr.aws/aws/agent:latest" }] },
    });
    assert.deepEqual(brief(daemon), ["violation containerDefinitions[0].image"]);
    const express = await judge(ecsImagePinned, {
      type: "aws:ecs/expressGatewayService:ExpressGatewayService",
      props: { primaryContainer: { image: "nginx:1.27" } },
    });
    assert.deepEqual(brief(express), ["violation primaryContainer.image"]);
  });
});
