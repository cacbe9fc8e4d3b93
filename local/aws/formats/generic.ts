import { moduleOf } from "../schema";
import type { Output } from "../schema";
import type { Format, Subject } from "./subject";
import { arn, hex, nameOf } from "./subject";

/** Services whose ARN prefix is not the SDK's module name. */
const SERVICES: Readonly<Record<string, string>> = {
  alb: "elasticloadbalancing",
  lb: "elasticloadbalancing",
  elb: "elasticloadbalancing",
  vpc: "ec2",
  ebs: "ec2",
  cfg: "config",
  efs: "elasticfilesystem",
  msk: "kafka",
  opensearch: "es",
  sfn: "states",
  apigatewayv2: "apigateway",
  appautoscaling: "application-autoscaling",
  mwaa: "airflow",
  sesv2: "ses",
  ecrpublic: "ecr-public",
};

/** For every type without an own format: the name where there is one, a random id otherwise. */
export const generic: Format = (subject) => {
  const kind = kebab(subject.type.slice(subject.type.lastIndexOf(":") + 1));
  const id = typeof subject.inputs["name"] === "string" ? nameOf(subject) : `${kind}-${hex(subject, 17)}`;
  return { id, arn: genericArn(subject, kind, id) };
};

function genericArn(subject: Subject, kind: string, id: string): string {
  const module = moduleOf(subject.type);
  return arn(subject, SERVICES[module] ?? module, `${kind}/${id}`);
}

/** A plausible value for a computed output that no format fills in. */
export function genericOutput(subject: Subject, name: string, output: Output): unknown {
  switch (output.shape.kind) {
    case "number":
      return 0;
    case "boolean":
      return false;
    case "array":
      return [];
    case "map":
    case "object":
    case "any":
      return {};
    default:
      return genericText(subject, name);
  }
}

function genericText(subject: Subject, name: string): string {
  const kind = kebab(name.replace(/(Arn|Id)$/, "")) || "resource";
  if (/arn$/i.test(name)) return genericArn(subject, kind, hex(subject, 17, name));
  if (/(^|[a-z])Id$|^id$/.test(name)) return hex(subject, 17, name);
  if (/(Date|Time|At|Timestamp)$|^(created|timestamp)/.test(name)) return subject.created;
  if (/^(status|state)$/.test(name)) return "ACTIVE";
  if (/version$/i.test(name)) return "1";
  if (/(Url|Uri)$|^url$/.test(name)) return `https://${hex(subject, 12, name)}.${subject.region}.amazonaws.com`;
  if (/(Endpoint|DnsName|Hostname)$|^(endpoint|dnsName)$/.test(name))
    return `${hex(subject, 12, name)}.${subject.region}.amazonaws.com`;
  return "";
}

function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
}
