import { arn, roleArn, table } from "../support";
import { service, serviceStore, serviceType } from "./fixtures";

const code = "InvalidParameterException";
const hookAt = "deploymentConfiguration.lifecycleHooks";
const hook = {
  targetType: "AWS_LAMBDA",
  hookTargetArn: arn("lambda", "function:check"),
  roleArn: roleArn("infrastructure"),
  lifecycleStages: ["POST_TEST_TRAFFIC_SHIFT"],
};

describe("ecs/hooks", () => {
  table({
    type: serviceType,
    base: { ...service, deploymentConfiguration: { strategy: "ROLLING", lifecycleHooks: [hook] } },
    store: serviceStore,
    accepts: {
      "a function before production": { [hookAt]: [hook] },
      "a person before production": {
        [hookAt]: [
          {
            targetType: "PAUSE",
            lifecycleStages: ["POST_TEST_TRAFFIC_SHIFT"],
            timeoutConfiguration: { timeoutInMinutes: "60", action: "ROLLBACK" },
          },
        ],
      },
    },
    refuses: {
      "a function without role": [{ [hookAt]: [{ ...hook, roleArn: undefined }] }, code, "roleArn is missing"],
      "a person while traffic shifts": [
        { [hookAt]: [{ targetType: "PAUSE", lifecycleStages: ["PRODUCTION_TRAFFIC_SHIFT"] }] },
        code,
        "Use the stage before or after",
      ],
      "another stage": [{ [hookAt]: [{ ...hook, lifecycleStages: ["BAKE_TIME"] }] }, code, "POST_SCALE_UP"],
      "a wait of three weeks": [
        { [hookAt]: [{ ...hook, timeoutConfiguration: { timeoutInMinutes: "30240" } }] },
        code,
        "1 to 20160",
      ],
    },
  });
});
