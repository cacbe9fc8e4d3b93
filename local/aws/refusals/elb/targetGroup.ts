import { fields, first, matches, oneOf, show, wholeNumber, named, characters } from "../checks";
import type { Call, Refusal } from "../contract";
import { unique } from "../duplicates";
import { isSet, numberAt, textAt } from "../paths";
import { exists, unused } from "../references";
import type { RuleTable } from "../rules";
import { refusal, when } from "../rules";
import { listenerRuleType, listenerType, targetGroupType } from "./types";

const code = "ValidationError";
const actionPaths = (field: string): string[] => [`${field}[].targetGroupArn`, `${field}[].forward.targetGroups[].arn`];
/** Target groups and load balancers share the rule for names. */
export const elbName = first(
  named(1, 32, /^[A-Za-z0-9-]+$/, "letters, digits and hyphens only"),
  matches(/^[^-](.*[^-])?$/, "no hyphen at the beginning or end"),
);

export const targetGroupRules: RuleTable = {
  [targetGroupType]: {
    inputs: [
      fields(code, {
        name: elbName,
        namePrefix: named(1, 6, /^[A-Za-z0-9-]+$/, "at most 6 letters, digits and hyphens"),
        port: wholeNumber(1, 65535),
        protocol: oneOf("HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP", "GENEVE", "QUIC", "TCP_QUIC"),
        protocolVersion: oneOf("HTTP1", "HTTP2", "GRPC"),
        targetType: oneOf("instance", "ip", "lambda", "alb"),
        ipAddressType: oneOf("ipv4", "ipv6"),
        deregistrationDelay: wholeNumber(0, 3600),
        slowStart: (value) => (value === 0 ? undefined : wholeNumber(30, 900)(value)),
        loadBalancingAlgorithmType: oneOf("round_robin", "least_outstanding_requests", "weighted_random"),
        "healthCheck.interval": wholeNumber(5, 300),
        "healthCheck.timeout": wholeNumber(2, 120),
        "healthCheck.healthyThreshold": wholeNumber(2, 10),
        "healthCheck.unhealthyThreshold": wholeNumber(2, 10),
        "healthCheck.protocol": oneOf("HTTP", "HTTPS", "TCP"),
        "healthCheck.path": first(characters(1, 1024), matches(/^\//, "a path that begins with /")),
        "healthCheck.port": (value) => (value === "traffic-port" ? undefined : wholeNumber(1, 65535)(value)),
        "healthCheck.matcher": matches(
          /^\d{1,3}(-\d{1,3})?(,\d{1,3}(-\d{1,3})?)*$/,
          'codes such as "200" or "200-399"',
        ),
        "stickiness.type": oneOf(
          "lb_cookie",
          "app_cookie",
          "source_ip",
          "source_ip_dest_ip",
          "source_ip_dest_ip_proto",
        ),
        "stickiness.cookieDuration": wholeNumber(0, 604800),
      }),
      refuseShape,
      refuseHealthCheck,
    ],
    account: [
      unique("DuplicateTargetGroupName", targetGroupType, "target group", { key: "name" }),
      exists(code, "vpcId", "VPC", "aws:ec2/vpc:Vpc"),
    ],
    removal: [
      unused(
        "ResourceInUse",
        "target group",
        { type: listenerType, paths: actionPaths("defaultActions") },
        { type: listenerRuleType, paths: actionPaths("actions") },
      ),
    ],
  },
};

function refuseShape({ inputs }: Call): Refusal[] {
  if (textAt(inputs, "targetType") === "lambda") return [];
  const isKnown = !isSet(inputs, "targetType") || textAt(inputs, "targetType") !== undefined;
  const missing = ["port", "protocol", "vpcId"].filter((name) => !isSet(inputs, name));
  return [
    ...(isKnown ? missing : []).map((name) =>
      refusal(code, name, `${name} is missing: a target group that is not of targetType lambda needs it.`),
    ),
    ...when(
      textAt(inputs, "stickiness.type") === "app_cookie" && !isSet(inputs, "stickiness.cookieName"),
      code,
      "stickiness.cookieName",
      "stickiness.cookieName is missing: type app_cookie needs it.",
    ),
  ];
}

function refuseHealthCheck({ inputs }: Call): Refusal[] {
  const interval = numberAt(inputs, "healthCheck.interval");
  const timeout = numberAt(inputs, "healthCheck.timeout");
  const protocol = textAt(inputs, "healthCheck.protocol");
  const isGroupTcp = ["TCP", "TLS", "UDP", "TCP_UDP"].includes(textAt(inputs, "protocol") ?? "");
  const isTcp = protocol === "TCP" || (isGroupTcp && !isSet(inputs, "healthCheck.protocol"));
  const forbidden = isTcp
    ? ["path", "matcher"].filter((name) => (textAt(inputs, `healthCheck.${name}`) ?? "") !== "")
    : [];
  const isHttp = ["HTTP", "HTTPS"].includes(textAt(inputs, "protocol") ?? "");
  return [
    ...when(
      interval !== undefined && timeout !== undefined && timeout >= interval,
      code,
      "healthCheck.timeout",
      `healthCheck.timeout is ${timeout} and healthCheck.interval is ${interval}: the timeout must be smaller than the interval.`,
    ),
    ...when(
      isHttp && protocol === "TCP",
      code,
      "healthCheck.protocol",
      `healthCheck.protocol is TCP and protocol is ${show(inputs.protocol)}: use HTTP or HTTPS.`,
    ),
    ...forbidden.map((name) =>
      refusal(
        code,
        `healthCheck.${name}`,
        `healthCheck.${name} is set and the check is by TCP: remove it, or set healthCheck.protocol to HTTP.`,
      ),
    ),
  ];
}
