import { strict as assert } from "node:assert";
import { pulumiIgnoreChanges } from "../../../policies/stack/ignoreChanges";
import { brief, judge } from "../../support/policy";

const repository = "aws:ecr/repository:Repository";
const service = "aws:ecs/service:Service";

describe("pulumi-ignore-changes", () => {
  const cases: [behaviour: string, type: string, ignoreChanges: string[], expected: string[]][] = [
    ["passes a property that nothing judges", "aws:cloudwatch/dashboard:Dashboard", ["dashboardBody"], []],
    ["passes what the pipeline owns on a service", service, ["taskDefinition", "desiredCount"], []],
    ["passes what a pipeline writes into a parameter", "aws:ssm/parameter:Parameter", ["insecureValue", "value"], []],
    ["passes what ECS owns on a listener rule", "aws:lb/listenerRule:ListenerRule", ["actions"], []],
    ["refuses a judged property", repository, ["encryptionConfigurations"], ["violation encryptionConfigurations"]],
    [
      "refuses an item of a judged list",
      repository,
      ["encryptionConfigurations[0].kmsKey"],
      ["violation encryptionConfigurations[0].kmsKey"],
    ],
    [
      "refuses a property with its name in brackets",
      repository,
      ['["imageScanningConfiguration"]["scanOnPush"]'],
      ['violation ["imageScanningConfiguration"]["scanOnPush"]'],
    ],
    ["passes an item of what nothing judges", repository, ['timeouts["delete"]'], []],
    ["passes tags, which other systems add to", "aws:ec2/subnet:Subnet", ["tags", 'tags["kubernetes.io/x"]'], []],
    [
      "passes the value of a secret, which rotation changes",
      "aws:secretsmanager/secretVersion:SecretVersion",
      ["secretString"],
      [],
    ],
    ["judges the other spelling of a type alike", "aws:alb/listenerRule:ListenerRule", ["actions"], []],
    [
      "refuses the protocol of a listener in the other spelling",
      "aws:alb/listener:Listener",
      ["protocol"],
      ["violation protocol"],
    ],
    ["refuses everything at once", repository, ["*"], ["violation *"]],
    ["refuses a judged property of a service", service, ["networkConfiguration"], ["violation networkConfiguration"]],
  ];
  for (const [behaviour, type, ignoreChanges, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(pulumiIgnoreChanges, { type, ignoreChanges })), expected);
    });
  }

  it("passes what the setting allows", async () => {
    const described = { type: repository, ignoreChanges: ["imageTagMutability"] };
    const allowed = { config: { allowed: [`${repository}#imageTagMutability`] } };
    assert.deepEqual(brief(await judge(pulumiIgnoreChanges, described)), ["violation imageTagMutability"]);
    assert.deepEqual(await judge(pulumiIgnoreChanges, described, allowed), []);
  });
});
