import { isSet, isUnknown, listAt, recordsAt, textAt, valueAt } from "../paths";
import type { Fields } from "../paths";

const drivers = ["awslogs", "splunk", "awsfirelens"];
const privateImage = /^\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com(\.cn)?\//;

/** What awsvpc and Fargate ask of the containers beyond the general rules. */
export function fargateProblems(containers: Fields[], inputs: Fields): string[] {
  const isFargate = (listAt(inputs, "requiresCompatibilities") ?? []).includes("FARGATE");
  const isAwsvpc = textAt(inputs, "networkMode") === "awsvpc";
  return [
    ...containers.flatMap((one, index) => (isAwsvpc ? portProblems(one, `[${index}]`) : [])),
    ...containers.flatMap((one, index) => (isFargate ? containerProblems(one, `[${index}]`) : [])),
    ...containers.flatMap((one, index) => executionRoleProblems(one, `[${index}]`, inputs, isFargate)),
    ...(isAwsvpc ? samePortProblems(containers) : []),
  ];
}

function portProblems(container: Fields, at: string): string[] {
  return recordsAt(container, "portMappings[]").flatMap(({ path, value }) => {
    const { hostPort, containerPort } = value;
    if (hostPort === undefined || isUnknown(hostPort) || hostPort === 0 || hostPort === containerPort) return [];
    return [
      `${at}.${path}.hostPort is ${String(hostPort)}: with networkMode awsvpc it must equal containerPort (${String(containerPort)}); remove it`,
    ];
  });
}

/** All containers of a task share one network interface. */
function samePortProblems(containers: Fields[]): string[] {
  const ports = containers.flatMap((one) =>
    recordsAt(one, "portMappings[]").map(
      ({ value }) => `${String(value.containerPort)}/${String(value.protocol ?? "tcp")}`,
    ),
  );
  const repeated = ports.find((port, index) => ports.indexOf(port) !== index);
  return repeated === undefined
    ? []
    : [`port ${repeated} is mapped twice; with awsvpc the containers share one address`];
}

function containerProblems(container: Fields, at: string): string[] {
  const driver = textAt(container, "logConfiguration.logDriver");
  const stop = valueAt(container, "stopTimeout");
  const problems: string[] = [];
  if (driver !== undefined && !drivers.includes(driver))
    problems.push(`${at}.logConfiguration.logDriver is "${driver}": Fargate has ${drivers.join(", ")}`);
  if (driver === "awslogs" && isSet(container, "logConfiguration.options") && !hasPrefix(container))
    problems.push(`${at}.logConfiguration.options has no awslogs-stream-prefix; Fargate needs it`);
  if (container.privileged === true)
    problems.push(`${at}.privileged is true: Fargate has no privileged containers; remove it`);
  if (typeof stop === "number" && stop > 120)
    problems.push(`${at}.stopTimeout is ${stop}: Fargate waits 120 seconds at most`);
  if (isSet(container, "links")) problems.push(`${at}.links is set: awsvpc has no links; remove it`);
  return problems;
}

function hasPrefix(container: Fields): boolean {
  const options = valueAt(container, "logConfiguration.options");
  return options === undefined || isSet(options, "awslogs-stream-prefix");
}

/** Whatever the agent fetches before the task runs, it fetches with the execution role. */
function executionRoleProblems(container: Fields, at: string, inputs: Fields, isFargate: boolean): string[] {
  if (isSet(inputs, "executionRoleArn")) return [];
  const reasons: string[] = [];
  if ((listAt(container, "secrets") ?? []).length > 0) reasons.push("container secrets");
  if (isSet(container, "logConfiguration.secretOptions")) reasons.push("log secrets");
  if (isFargate && textAt(container, "logConfiguration.logDriver") === "awslogs") reasons.push("log driver awslogs");
  if (isFargate && privateImage.test(textAt(container, "image") ?? "")) reasons.push("ECR images");
  return reasons.map((reason) => `${at} uses ${reason}, which needs a task definition with executionRoleArn; set it`);
}
