/** What the dashboard shows, all of it by name. */
export interface DashboardSubject {
  readonly region: string;
  readonly clusterName: string;
  readonly serviceName: string;
  readonly loadBalancerArnSuffix: string;
  readonly targetGroupArnSuffix: string;
  readonly pipelineName?: string;
  readonly logGroupName: string;
  readonly alarmArns: string[];
}

/** Metrics by label: name of the metric, and its statistic where that is not the graph's. */
interface Graph {
  readonly title: string;
  readonly stat: string;
  readonly namespace: string;
  readonly dimensions: Record<string, string>;
  readonly metrics: Record<string, string | [name: string, stat: string]>;
}

const columns = 24;
const perRow = 3;
const height = 6;
const alarmHeight = 3;

/** Alarms first, then load, answers, speed and health side by side, then what the log says. */
export function dashboardBody(subject: DashboardSubject): string {
  const { region, logGroupName, alarmArns } = subject;
  const shown = graphs(subject);
  const query = `SOURCE '${logGroupName}' | fields @timestamp, message | filter level = "error" | sort @timestamp desc | limit 50`;
  const wide = { x: 0, width: columns };
  return JSON.stringify({
    widgets: [
      { type: "alarm", y: 0, ...wide, height: alarmHeight, properties: { title: "Alarms", alarms: alarmArns } },
      ...shown.map((graph, index) => ({
        type: "metric",
        x: (index % perRow) * (columns / perRow),
        y: alarmHeight + Math.floor(index / perRow) * height,
        width: columns / perRow,
        height,
        properties: graphProperties(graph, region),
      })),
      {
        type: "log",
        y: alarmHeight + Math.ceil(shown.length / perRow) * height,
        ...wide,
        height,
        properties: { title: "Newest errors", region, query },
      },
    ],
  });
}

function graphs(subject: DashboardSubject): Graph[] {
  const { clusterName, serviceName, loadBalancerArnSuffix: LoadBalancer, targetGroupArnSuffix, pipelineName } = subject;
  const service = { ClusterName: clusterName, ServiceName: serviceName };
  const insights = { namespace: "ECS/ContainerInsights", dimensions: service };
  const balancer = { namespace: "AWS/ApplicationELB", dimensions: { LoadBalancer } };
  const targets = { namespace: "AWS/ApplicationELB", dimensions: { TargetGroup: targetGroupArnSuffix, LoadBalancer } };
  const usage = { CPU: "CPUUtilization", memory: "MemoryUtilization" };
  const tasks = { wanted: "DesiredTaskCount", running: "RunningTaskCount", starting: "PendingTaskCount" };
  const errors = {
    service: "HTTPCode_Target_5XX_Count",
    "load balancer": "HTTPCode_ELB_5XX_Count",
    callers: "HTTPCode_Target_4XX_Count",
  };
  const time: Graph["metrics"] = { p50: "TargetResponseTime", p99: ["TargetResponseTime", "p99"] };
  const health = { healthy: "HealthyHostCount", unhealthy: "UnHealthyHostCount" };
  return [
    { title: "CPU and memory (%)", stat: "Average", namespace: "AWS/ECS", dimensions: service, metrics: usage },
    { title: "Tasks", stat: "Maximum", ...insights, metrics: tasks },
    { title: "Requests", stat: "Sum", ...balancer, metrics: { all: "RequestCount" } },
    { title: "Errors", stat: "Sum", ...balancer, metrics: errors },
    { title: "Answer time (s)", stat: "p50", ...balancer, metrics: time },
    { title: "Health checks", stat: "Maximum", ...targets, metrics: health },
    ...(pipelineName === undefined ? [] : [releases(pipelineName)]),
  ];
}

const releases = (PipelineName: string): Graph => ({
  title: "Releases",
  stat: "Sum",
  namespace: "AWS/CodePipeline",
  dimensions: { PipelineName },
  metrics: { failed: "FailedPipelineExecutions" },
});

function graphProperties({ title, stat, namespace, dimensions, metrics }: Graph, region: string) {
  const where = Object.entries(dimensions).flat();
  const lines = Object.entries(metrics).map(([label, metric]) => {
    const [name, own] = typeof metric === "string" ? [metric, undefined] : metric;
    return [namespace, name, ...where, own === undefined ? { label } : { label, stat: own }];
  });
  return { title, region, stat, period: 60, view: "timeSeries", metrics: lines };
}

export function dashboardUrl(region: string, dashboardName: string): string {
  return `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#dashboards/dashboard/${dashboardName}`;
}
