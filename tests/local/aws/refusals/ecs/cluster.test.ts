import { strict as assert } from "node:assert";
import { deletion, expectRefusal, stored, table } from "../support";
import { cluster, service, serviceType } from "./fixtures";

const code = "InvalidParameterException";
const at = "defaultCapacityProviderStrategies";

describe("ecs/cluster", () => {
  table({
    type: "aws:ecs/cluster:Cluster",
    base: { name: "main", settings: [{ name: "containerInsights", value: "enhanced" }] },
    refuses: {
      "a space in the name": [{ name: "my cluster" }, code],
      "another setting": [{ "settings[0].name": "insights" }, code, "containerInsights"],
      "another value": [{ "settings[0].value": "on" }, code, "enhanced, enabled, disabled"],
      "exec logs without configuration": [
        { configuration: { executeCommandConfiguration: { logging: "OVERRIDE" } } },
        code,
        "logging OVERRIDE needs it",
      ],
    },
  });
  it("refuses to delete a cluster with services", () => {
    expectRefusal(
      deletion(cluster, [stored(serviceType, "app", service)]),
      "ClusterContainsServicesException",
      "Service app",
    );
    assert.deepEqual(deletion(cluster, [stored(serviceType, "app", { cluster: "other" })]), []);
  });
  table({
    type: "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders",
    base: {
      clusterName: "main",
      capacityProviders: ["FARGATE", "FARGATE_SPOT"],
      [at]: [
        { capacityProvider: "FARGATE", base: 1, weight: 1 },
        { capacityProvider: "FARGATE_SPOT", weight: 3 },
      ],
    },
    store: [cluster],
    refuses: {
      "a cluster that is not there": [{ clusterName: "nope" }, "ClusterNotFoundException"],
      "a provider that is not there": [
        { capacityProviders: ["FARGATE", "FARGATE_SPOT", "SPOT"] },
        code,
        "no such capacity provider",
      ],
      "a strategy beside the providers": [{ capacityProviders: ["FARGATE"] }, code, "not in capacityProviders"],
      "two bases": [{ [`${at}[1].base`]: 1 }, code, "only one may have a base"],
      "weights of zero": [{ [`${at}[0].weight`]: 0, [`${at}[1].weight`]: 0 }, code, "weights of 0"],
    },
  });
});
