import { strict as assert } from "node:assert";
import { alarmCoverage } from "../../../policies/observability/alarmCoverage";
import { brief, judgeStack, stackOf, unknown } from "../../support/policy";

const service = { type: "aws:ecs/service:Service", name: "service", props: { name: "shop" } };
const pipeline = { type: "aws:codepipeline/pipeline:Pipeline", name: "pipeline", props: { name: "release" } };
const alarm = { type: "aws:cloudwatch/metricAlarm:MetricAlarm", name: "alarm" };

describe("alarm-coverage", () => {
  it("passes a service whose name stands in an alarm", async () => {
    const watching = { ...alarm, props: { dimensions: { ClusterName: "c", ServiceName: "shop" } } };
    assert.deepEqual(await judgeStack(alarmCoverage, stackOf(service, watching)), []);
  });

  it("passes a metric of an expression", async () => {
    const watching = { ...alarm, props: { metricQueries: [{ metric: { dimensions: { ServiceName: "shop" } } }] } };
    assert.deepEqual(await judgeStack(alarmCoverage, stackOf(service, watching)), []);
  });

  for (const type of ["aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer"]) {
    it(`passes a ${type} whose output, not known yet, stands in an alarm`, async () => {
      const watching = { ...alarm, props: { dimensions: unknown }, dependsOn: { dimensions: ["lb"] } };
      assert.deepEqual(await judgeStack(alarmCoverage, stackOf({ type, name: "lb" }, watching)), []);
    });

    it(`refuses a ${type} that nothing watches`, async () => {
      assert.deepEqual(brief(await judgeStack(alarmCoverage, stackOf({ type, name: "lb" }))), ["violation "]);
    });
  }

  it("passes a pipeline whose events a rule matches", async () => {
    const rule = {
      type: "aws:cloudwatch/eventRule:EventRule",
      props: { eventPattern: '{"source":["aws.codepipeline"]}' },
    };
    assert.deepEqual(await judgeStack(alarmCoverage, stackOf(pipeline, rule)), []);
  });

  it("refuses what only another resource's alarm watches", async () => {
    const watching = { ...alarm, props: { dimensions: { ServiceName: "other" } } };
    const findings = await judgeStack(alarmCoverage, stackOf(service, pipeline, watching));
    assert.deepEqual(
      findings.map(({ urn }) => urn.split("::").pop()),
      ["service", "pipeline"],
    );
  });

  it("takes a name only for the dimension that it is of", async () => {
    const balancer = {
      type: "aws:lb/loadBalancer:LoadBalancer",
      name: "lb",
      props: { name: "shop", arnSuffix: "app/shop/1" },
    };
    const count = async (dimensions: object) =>
      (await judgeStack(alarmCoverage, stackOf(balancer, { ...alarm, props: { dimensions } }))).length;
    assert.equal(await count({ ServiceName: "shop" }), 1);
    assert.equal(await count({ LoadBalancer: "app/shop/1", TargetGroup: "targetgroup/a/1" }), 0);
  });

  it("passes a pipeline with a notification rule, and one that an unknown pattern is made of", async () => {
    const notification = {
      type: "aws:codestarnotifications/notificationRule:NotificationRule",
      name: "notification",
      props: { resource: unknown },
      dependsOn: { resource: ["pipeline"] },
    };
    assert.deepEqual(await judgeStack(alarmCoverage, stackOf(pipeline, notification)), []);
    const rule = {
      type: "aws:cloudwatch/eventRule:EventRule",
      name: "rule",
      props: { eventPattern: unknown },
      dependsOn: { eventPattern: ["pipeline"] },
    };
    assert.deepEqual(await judgeStack(alarmCoverage, stackOf(pipeline, rule)), []);
  });

  it("cannot decide while an alarm's dimensions are unknown and made of nothing that can be seen", async () => {
    const hidden = { ...alarm, props: { dimensions: { ServiceName: unknown } } };
    assert.deepEqual(brief(await judgeStack(alarmCoverage, stackOf(service, hidden))), ["undecided "]);
    const other = { ...hidden, dependsOn: { dimensions: ["pipeline"] } };
    assert.deepEqual(brief(await judgeStack(alarmCoverage, stackOf(service, pipeline, other))), ["violation "]);
  });
});
