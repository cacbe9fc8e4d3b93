import { strict as assert } from "node:assert";
import { dashboardBody, dashboardUrl } from "../../../../infra/components/monitoring/dashboard";
import type { DashboardSubject } from "../../../../infra/components/monitoring/dashboard";

interface Box {
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly properties: { title: string; metrics?: (string | object)[][]; alarms?: string[]; query?: string };
}

const subject: DashboardSubject = {
  region: "eu-west-1",
  clusterName: "cluster",
  serviceName: "web",
  loadBalancerArnSuffix: "app/web/1",
  targetGroupArnSuffix: "targetgroup/web/1",
  pipelineName: "release",
  logGroupName: "/ecs/web/tasks",
  alarmArns: ["arn:1"],
};
const widgets = (own: Partial<DashboardSubject> = {}): Box[] =>
  JSON.parse(dashboardBody({ ...subject, ...own })).widgets;
const overlap = (left: Box, right: Box) =>
  left.x < right.x + right.width &&
  right.x < left.x + left.width &&
  left.y < right.y + right.height &&
  right.y < left.y + left.height;

describe("dashboardBody", () => {
  it("shows alarms first and the log last", () => {
    const all = widgets();
    assert.deepEqual(all[0]?.properties.alarms, ["arn:1"]);
    assert.match(all.at(-1)?.properties.query ?? "", /^SOURCE '\/ecs\/web\/tasks'/);
  });

  it("places widgets side by side within 24 columns", () => {
    const all = widgets();
    for (const [index, widget] of all.entries()) {
      assert.ok(widget.x + widget.width <= 24, widget.properties.title);
      assert.deepEqual(
        all.slice(index + 1).filter((other) => overlap(widget, other)),
        [],
      );
    }
  });

  it("writes metrics as CloudWatch reads them", () => {
    const time = widgets().find(({ properties }) => properties.title === "Answer time (s)");
    assert.deepEqual(time?.properties.metrics, [
      ["AWS/ApplicationELB", "TargetResponseTime", "LoadBalancer", "app/web/1", { label: "p50" }],
      ["AWS/ApplicationELB", "TargetResponseTime", "LoadBalancer", "app/web/1", { label: "p99", stat: "p99" }],
    ]);
  });

  it("shows releases only where there is a pipeline", () => {
    const titles = (own: Partial<DashboardSubject>) => widgets(own).map(({ properties }) => properties.title);
    assert.ok(titles({}).includes("Releases"));
    assert.ok(!titles({ pipelineName: undefined }).includes("Releases"));
  });
});

describe("dashboardUrl", () => {
  it("leads to the dashboard in its region", () => {
    const url = "https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#dashboards/dashboard/web";
    assert.equal(dashboardUrl("eu-west-1", "web"), url);
  });
});
