import { oneOf, show, wholeNumber } from "../checks";
import type { Check } from "../checks";
import { isRecord, isUnknown, textAt, valuesAt } from "../paths";
import type { Fields } from "../paths";

const text: Check = (value) => (typeof value === "string" ? undefined : "write it as text, in quotes");
const number: Check = (value) => (typeof value === "number" ? undefined : "write it as a number, without quotes");
const truth: Check = (value) => (typeof value === "boolean" ? undefined : "write true or false, without quotes");
const memory: Check = (value) => number(value) ?? wholeNumber(6, 1048576)(value);
const portNumber: Check = (value) => number(value) ?? wholeNumber(0, 65535)(value);
const texts: Check = (value) =>
  Array.isArray(value) && value.every((one) => typeof one === "string") ? undefined : "write a list of texts";

/** The registry API is strict about types here: environment values are texts, ports and sizes numbers. */
const checks: Record<string, Check> = {
  name: (value) => (/^[A-Za-z0-9_-]{1,255}$/.test(String(value)) ? undefined : "use 1 to 255 letters, digits, - and _"),
  image: (value) =>
    /^[\w.\-/:@]{1,255}$/.test(String(value))
      ? undefined
      : "write an image such as repository:tag or repository@sha256:…",
  cpu: (value) => number(value) ?? wholeNumber(0, 1048576)(value),
  memory,
  memoryReservation: memory,
  essential: truth,
  privileged: truth,
  readonlyRootFilesystem: truth,
  command: texts,
  entryPoint: texts,
  user: text,
  stopTimeout: (value) => number(value) ?? wholeNumber(0, 2147483647)(value),
  versionConsistency: oneOf("enabled", "disabled"),
  "portMappings[].containerPort": portNumber,
  "portMappings[].hostPort": portNumber,
  "portMappings[].protocol": oneOf("tcp", "udp"),
  "portMappings[].appProtocol": oneOf("http", "http2", "grpc"),
  "environment[].name": text,
  "environment[].value": text,
  "secrets[].name": text,
  "secrets[].valueFrom": text,
  "dependsOn[].condition": oneOf("START", "COMPLETE", "SUCCESS", "HEALTHY"),
  "ulimits[].softLimit": number,
  "ulimits[].hardLimit": number,
  "logConfiguration.logDriver": oneOf(
    ...["json-file", "syslog", "journald", "gelf", "fluentd", "awslogs", "splunk", "awsfirelens"],
  ),
  "healthCheck.interval": (value) => number(value) ?? wholeNumber(5, 300)(value),
  "healthCheck.timeout": (value) => number(value) ?? wholeNumber(2, 60)(value),
  "healthCheck.retries": (value) => number(value) ?? wholeNumber(1, 10)(value),
  "healthCheck.startPeriod": (value) => number(value) ?? wholeNumber(0, 300)(value),
  "healthCheck.command": (value) =>
    texts(value) ??
    (["CMD", "CMD-SHELL", "NONE"].includes(String((value as string[])[0]))
      ? undefined
      : "begin it with CMD or CMD-SHELL"),
};

/** What is wrong with one container by itself. */
export function containerProblems(container: Fields, at: string): string[] {
  const missing = ["name", "image"].filter((name) => container[name] === undefined || container[name] === "");
  return [
    ...missing.map((name) => `${at} has no ${name}; set it`),
    ...Object.entries(checks).flatMap(([path, check]) => fieldProblems(container, at, path, check)),
    ...awslogsProblems(container, at),
    ...variableProblems(container, at),
  ];
}

function fieldProblems(container: Fields, at: string, path: string, check: Check): string[] {
  return valuesAt(container, path).flatMap(({ path: step, value }) => {
    const problem = value === "" && step === "image" ? undefined : check(value);
    return problem === undefined ? [] : [`${at}.${step} is ${show(value)}: ${problem}`];
  });
}

function awslogsProblems(container: Fields, at: string): string[] {
  if (textAt(container, "logConfiguration.logDriver") !== "awslogs") return [];
  const { options } = container.logConfiguration as Fields;
  if (isUnknown(options)) return [];
  const given = isRecord(options) ? options : {};
  const problems = ["awslogs-group", "awslogs-region"]
    .filter((key) => given[key] === undefined)
    .map((key) => `${at}.logConfiguration.options has no ${key}; awslogs needs it`);
  const wrong = Object.entries(given).filter(([, value]) => typeof value !== "string");
  return [
    ...problems,
    ...wrong.map(([key, value]) => `${at}.logConfiguration.options.${key} is ${show(value)}: write it as text`),
  ];
}

/** A name may stand in environment or in secrets, not in both. */
function variableProblems(container: Fields, at: string): string[] {
  const environment = valuesAt(container, "environment[].name").map(({ value }) => value);
  return valuesAt(container, "secrets[].name")
    .filter(({ value }) => environment.includes(value))
    .map(({ value }) => `${at} has "${String(value)}" in environment and in secrets: the secret name must be unique`);
}
