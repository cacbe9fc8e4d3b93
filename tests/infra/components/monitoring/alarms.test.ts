import { strict as assert } from "node:assert";
import { alarmName } from "../../../../infra/components/monitoring/alarmRow";
import { alarmTable } from "../../../../infra/components/monitoring/alarms";
import type { AlarmSubject } from "../../../../infra/components/monitoring/alarmSubject";
import { normalizeThresholds, thresholdProblem } from "../../../../infra/components/monitoring/thresholds";

const subject: AlarmSubject<string> = {
  clusterName: "cluster",
  serviceName: "web",
  loadBalancerArnSuffix: "app/web/1",
  targetGroupArnSuffix: "targetgroup/web/1",
  pipelineName: "release",
  deploymentRuleName: "failed",
  deadLetterQueueName: "lost",
  errorMetric: { namespace: "container-delivery/web", name: "LogErrors" },
};
const limits = normalizeThresholds({ cpuPercent: 70, errorCount: 4, minimumTaskCount: 2 });
const rows = alarmTable(subject, limits);

describe("alarmTable", () => {
  const service = { ClusterName: "cluster", ServiceName: "web" };
  const balancer = { LoadBalancer: "app/web/1" };
  const table: [noun: string, metric: string, statistic: string, threshold: number, dimensions: object][] = [
    ["cpu", "AWS/ECS CPUUtilization", "Average", 70, service],
    ["memory", "AWS/ECS MemoryUtilization", "Average", 85, service],
    ["tasks", "ECS/ContainerInsights RunningTaskCount", "Minimum", 2, service],
    ["log-errors", "container-delivery/web LogErrors", "Sum", 4, {}],
    ["load-balancer-errors", "AWS/ApplicationELB HTTPCode_ELB_5XX_Count", "Sum", 4, balancer],
    ["target-errors", "AWS/ApplicationELB HTTPCode_Target_5XX_Count", "Sum", 4, balancer],
    ["latency", "AWS/ApplicationELB TargetResponseTime", "p99", 1, balancer],
    [
      "unhealthy-tasks",
      "AWS/ApplicationELB UnHealthyHostCount",
      "Maximum",
      1,
      { ...balancer, TargetGroup: "targetgroup/web/1" },
    ],
    ["deployment-failed", "AWS/Events TriggeredRules", "Sum", 1, { RuleName: "failed" }],
    ["undelivered", "AWS/SQS ApproximateNumberOfMessagesVisible", "Maximum", 1, { QueueName: "lost" }],
    ["pipeline-failed", "AWS/CodePipeline FailedPipelineExecutions", "Sum", 1, { PipelineName: "release" }],
  ];
  for (const [noun, metric, statistic, threshold, dimensions] of table) {
    it(`watches ${metric} for ${noun}`, () => {
      const row = rows.find((one) => one.noun === noun);
      assert.ok(row);
      assert.equal(`${row.namespace} ${row.metricName}`, metric);
      assert.equal(row.statistic ?? row.extendedStatistic, statistic);
      assert.deepEqual([row.threshold, row.dimensions], [threshold, dimensions]);
    });
  }

  it("has no other rows, and none twice", () => {
    assert.deepEqual(
      rows.map(({ noun }) => noun),
      table.map(([noun]) => noun),
    );
  });

  it("takes silence for trouble only where tasks should report", () => {
    const silent = rows.filter(({ treatMissingData }) => treatMissingData === "breaching").map(({ noun }) => noun);
    assert.deepEqual(silent, ["tasks"]);
    assert.equal(rows.find(({ noun }) => noun === "tasks")?.comparisonOperator, "LessThanThreshold");
  });

  it("never waits for more points than it looks at", () => {
    for (const { noun, datapointsToAlarm, evaluationPeriods } of rows)
      assert.ok(datapointsToAlarm <= evaluationPeriods, noun);
  });

  it("watches no pipeline where there is none", () => {
    const { pipelineName: _, ...alone } = subject;
    assert.ok(!alarmTable(alone, limits).some(({ noun }) => noun === "pipeline-failed"));
  });

  it("names alarms after the service", () => assert.equal(alarmName("web", "cpu"), "web-cpu"));
});

describe("thresholdProblem", () => {
  const table: [object, RegExp | undefined][] = [
    [{}, undefined],
    [{ cpuPercent: 100, latencySeconds: 0.2 }, undefined],
    [{ cpuPercent: 0 }, /`cpuPercent`/],
    [{ memoryPercent: 101 }, /`memoryPercent`/],
    [{ latencySeconds: 0 }, /`latencySeconds` to a number above 0/],
    [{ errorCount: -1 }, /`errorCount`/],
  ];
  for (const [own, problem] of table) {
    it(`${problem === undefined ? "accepts" : "refuses"} ${JSON.stringify(own)}`, () => {
      const found = thresholdProblem(normalizeThresholds(own));
      if (problem === undefined) assert.equal(found, undefined);
      else assert.match(found ?? "", problem);
    });
  }
});
