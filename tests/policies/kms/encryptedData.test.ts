import { strict as assert } from "node:assert";
import { unknown } from "../../support/policy";
import { allowing, archive, bus, judged, key, trail } from "./usedKey";

describe("data that services encrypt", () => {
  it("is that of event buses, archives and trails", async () => {
    for (const [user, service] of [
      [bus, "events"],
      [archive, "events"],
      [trail, "cloudtrail"],
    ] as const) {
      assert.deepEqual(await judged(key(), user), [`violation ${service}.amazonaws.com`], user.name);
      assert.deepEqual(await judged(key(allowing(`${service}.amazonaws.com`)), user), [], user.name);
    }
  });

  it("may name its source on a bus, where EventBridge sends it", async () => {
    const sourced = { StringEquals: { "aws:SourceAccount": "123456789012" } };
    assert.deepEqual(await judged(key(allowing("events.amazonaws.com", undefined, sourced)), bus), []);
  });

  describe("of tasks", () => {
    const fargate = "fargate.amazonaws.com";
    const actions = ["kms:GenerateDataKeyWithoutPlaintext", "kms:CreateGrant"];
    const cluster = (configuration: object, keys = ["key"]) => ({
      type: "aws:ecs/cluster:Cluster",
      name: "cluster",
      props: { configuration },
      dependsOn: { configuration: keys },
    });
    const storage = { managedStorageConfiguration: { fargateEphemeralStorageKmsKeyId: unknown } };
    const commands = { executeCommandConfiguration: { kmsKeyId: unknown } };

    it("is what Fargate keeps for them", async () => {
      assert.deepEqual(await judged(key(), cluster(storage)), [`violation ${fargate}`]);
      assert.deepEqual(await judged(key(allowing(fargate, actions)), cluster(storage)), []);
      assert.deepEqual(await judged(key(allowing(fargate, actions.slice(1))), cluster(storage)), [
        `violation ${fargate}`,
      ]);
    });

    it("is not what their commands say", async () => {
      assert.deepEqual(await judged(key(), cluster(commands)), []);
    });

    it("is not taken for either of two keys that are not known yet", async () => {
      const other = { ...key(), name: "other" };
      assert.deepEqual(await judged(key(), other, cluster({ ...storage, ...commands }, ["key", "other"])), []);
      const arn = "arn:aws:kms:eu-west-1:123456789012:key/1";
      const known = { ...key(), props: { ...key().props, arn } };
      const named = { managedStorageConfiguration: { fargateEphemeralStorageKmsKeyId: arn } };
      assert.deepEqual(await judged(known, other, cluster({ ...named, ...commands }, ["key", "other"])), [
        `violation ${fargate}`,
      ]);
    });
  });
});
