import { strict as assert } from "node:assert";
import { stripVTControlCharacters } from "node:util";
import type { DeployedResource } from "../../local/stackState";
import { stackOutputs } from "../../local/stackState";
import { readableType, summarize } from "../../local/summary";

const resource = (type: string, name: string, more: Partial<DeployedResource> = {}): DeployedResource => ({
  type,
  urn: `urn:pulumi:dev::p::${type}::${name}`,
  custom: true,
  ...more,
});
const plain = stripVTControlCharacters;

describe("summary", () => {
  const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: "hush" };
  const stack = resource("pulumi:pulumi:Stack", "s", {
    custom: false,
    outputs: { url: "https://x", list: [1], secret },
  });
  const resources = [
    stack,
    resource("pulumi:providers:aws", "default"),
    resource("container-delivery:index:Network", "n", { custom: false }),
    resource("aws:s3/bucket:Bucket", "a"),
    resource("aws:s3/bucket:Bucket", "b"),
    resource("aws:s3/bucketPolicy:BucketPolicy", "a"),
    resource("aws:ecs/service:Service", "c"),
  ];

  it("counts resources by service and type, with those that are new", () => {
    const lines = plain(summarize(resources, [resources[3]!])).split("\n");
    const cells = lines.map((line) => line.split("│").map((cell) => cell.trim()));
    const row = (service: string): string[] => cells.find((line) => line[1] === service)!.slice(2, 5);
    assert.deepEqual(row("s3"), ["Bucket ×2, BucketPolicy", "3", "2"]);
    assert.deepEqual(row("ecs"), ["Service", "1", "1"]);
    assert.deepEqual(row("Total"), ["beside 3 that only Pulumi knows, such as components", "4", "3"]);
    assert.equal(
      lines.some((line) => line.includes("Network") || line.includes("providers")),
      false,
    );
  });

  it("shows outputs and hides secrets", () => {
    assert.deepEqual(stackOutputs(resources), { url: "https://x", list: "[1]", secret: "[secret]" });
    const text = plain(summarize(resources, []));
    assert.match(text, /Outputs\n {2}url {5}https:\/\/x\n {2}list {4}\[1\]\n {2}secret {2}\[secret\]/);
    assert.equal(text.includes("hush"), false);
  });

  it("reads types as service and name", () => {
    assert.deepEqual(readableType("aws:ecs/taskDefinition:TaskDefinition"), ["ecs", "TaskDefinition"]);
    assert.deepEqual(readableType("odd"), ["", "odd"]);
  });
});
