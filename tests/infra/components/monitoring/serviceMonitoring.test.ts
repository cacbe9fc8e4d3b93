import { strict as assert } from "node:assert";
import { ServiceMonitoring } from "../../../../infra/components/monitoring/serviceMonitoring";
import { keyArn, startMocks } from "../../../support/mocks";
import type { MockOptions, Recorder } from "../../../support/mocks";
import { valueOf } from "../../../support/outputs";

const common = {
  clusterName: "web",
  serviceName: "web",
  loadBalancerArnSuffix: "app/web/1",
  targetGroupArnSuffix: "targetgroup/web/1",
  logGroupName: "/ecs/web/tasks",
  encryptionKeyArn: keyArn,
};

describe("ServiceMonitoring", () => {
  let recorder: Recorder;
  const create = async (args: object = {}, options: MockOptions = {}) => {
    recorder = await startMocks(options);
    const monitoring = new ServiceMonitoring("monitoring", { ...common, ...args });
    await recorder.settled();
    return monitoring;
  };
  const alarms = () => recorder.ofType("aws:cloudwatch/metricAlarm:MetricAlarm");

  it("creates every resource below itself", async () => {
    await create({ pipelineName: "release", notificationEmail: "team@example.com" });
    const own = recorder.resources.filter(({ type }) => type.startsWith("aws:"));
    for (const { name, parent } of own) {
      assert.match(parent, /container-delivery:index:ServiceMonitoring::monitoring$/, name);
    }
    assert.equal(own.length, 22);
  });

  it("watches the pipeline only when there is one", async () => {
    await create();
    assert.deepEqual(
      recorder.names().filter((name) => name.includes("pipeline")),
      [],
    );
    await create({ pipelineName: "release" });
    const watching = [
      "monitoring-alarm-pipeline-failed",
      "monitoring-pipeline-failed",
      "monitoring-pipeline-failed-target",
    ];
    assert.deepEqual(
      recorder.names().filter((name) => name.includes("pipeline")),
      watching,
    );
  });

  it("tells the topic about every alarm, when it begins and when it ends", async () => {
    await create();
    for (const { inputs } of alarms()) {
      assert.equal(inputs.alarmActions.length, 1, inputs.name);
      assert.deepEqual(inputs.okActions, inputs.alarmActions);
      assert.equal(inputs.actionsEnabled, true);
      assert.ok(inputs.treatMissingData);
      assert.ok(inputs.name.startsWith("web-"));
    }
  });

  it("encrypts topic and queue with the key", async () => {
    await create();
    const topic = recorder.one("aws:sns/topic:Topic").inputs;
    assert.deepEqual([topic.name, topic.kmsMasterKeyId], ["web-alarms", keyArn]);
    assert.equal(recorder.one("aws:sqs/queue:Queue").inputs.kmsMasterKeyId, keyArn);
  });

  it("keeps what could not be delivered", async () => {
    await create({ notificationEmail: "team@example.com" });
    const { deadLetterConfig, retryPolicy } = recorder.one("aws:cloudwatch/eventTarget:EventTarget").inputs;
    assert.ok(deadLetterConfig.arn);
    assert.equal(retryPolicy.maximumRetryAttempts, 10);
    const { redrivePolicy, protocol } = recorder.one("aws:sns/topicSubscription:TopicSubscription").inputs;
    assert.equal(protocol, "email");
    assert.equal(JSON.parse(redrivePolicy).deadLetterTargetArn, deadLetterConfig.arn);
  });

  it("subscribes nobody unasked", async () => {
    await create();
    assert.deepEqual(recorder.ofType("aws:sns/topicSubscription:TopicSubscription"), []);
  });

  it("counts the errors that the service logs", async () => {
    await create();
    const { inputs } = recorder.one("aws:cloudwatch/logMetricFilter:LogMetricFilter");
    assert.deepEqual([inputs.logGroupName, inputs.pattern], ["/ecs/web/tasks", '{ $.level = "error" }']);
    const { name, namespace } = inputs.metricTransformation;
    const alarm = recorder.named("monitoring-alarm-log-errors").inputs;
    assert.deepEqual([alarm.metricName, alarm.namespace], [name, namespace]);
  });

  it("matches failed deployments of this service only", async () => {
    await create();
    const { eventPattern, name } = recorder.one("aws:cloudwatch/eventRule:EventRule").inputs;
    assert.deepEqual(JSON.parse(eventPattern).resources, ["arn:aws:ecs:eu-west-1:123456789012:service/web/web"]);
    assert.equal(recorder.named("monitoring-deployment-failed-target").inputs.rule, name);
    const alarm = alarms().find(({ inputs }) => inputs.metricName === "TriggeredRules");
    assert.deepEqual(alarm?.inputs.dimensions, { RuleName: name });
  });

  it("knows its policies in the first preview", async () => {
    const monitoring = await create({}, { preview: true });
    assert.ok(JSON.parse(recorder.one("aws:sns/topicPolicy:TopicPolicy").inputs.policy).Statement.length > 0);
    assert.ok(JSON.parse(recorder.one("aws:sqs/queuePolicy:QueuePolicy").inputs.policy).Statement.length > 0);
    assert.match(await valueOf(monitoring.dashboardUrl), /dashboard\/container-delivery-dev-monitoring$/);
    assert.equal((await valueOf(monitoring.alarmNames)).length, 10);
  });

  it("refuses a threshold that nothing can cross", async () => {
    await assert.rejects(
      create({ thresholds: { cpuPercent: 120 } }),
      /Set `cpuPercent` to a number above 0 and up to 100/,
    );
  });
});
