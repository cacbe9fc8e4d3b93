import { strict as assert } from "node:assert";
import { ComponentResource } from "@pulumi/pulumi";
import { createCluster } from "../../../../infra/components/service/cluster";
import { keyArn, startMocks } from "../../../support/mocks";

describe("createCluster", () => {
  const cluster = async (args: object = {}) => {
    const recorder = await startMocks();
    const parent = new ComponentResource("container-delivery:index:FargateService", "web");
    createCluster("web", "shop-dev-web", { encryptionKeyArn: keyArn, tags: {}, ...args }, parent);
    await recorder.settled();
    return recorder.one("aws:ecs/cluster:Cluster").inputs;
  };

  it("encrypts the tasks' storage unless told otherwise", async () => {
    const storage = { fargateEphemeralStorageKmsKeyId: keyArn, kmsKeyId: keyArn };
    assert.deepEqual((await cluster()).configuration.managedStorageConfiguration, storage);
    assert.equal((await cluster({ encryptTaskStorage: false })).configuration.managedStorageConfiguration, undefined);
  });

  it("keeps an encrypted record of sessions", async () => {
    const { configuration } = await cluster();
    assert.deepEqual(configuration.executeCommandConfiguration, {
      kmsKeyId: keyArn,
      logging: "OVERRIDE",
      logConfiguration: { cloudWatchEncryptionEnabled: true, cloudWatchLogGroupName: "/ecs/shop-dev-web/exec" },
    });
  });
});
