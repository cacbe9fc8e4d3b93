import { arnOf, fields, oneOf, port, show } from "../checks";
import type { Call, Refusal } from "../contract";
import { hasUnknown, isSet, isUnchanged, numberAt, textAt } from "../paths";
import { isSelf } from "../duplicates";
import { exists, find, stored } from "../references";
import type { RuleTable } from "../rules";
import { refusal, when } from "../rules";
import { actionRules, actionTargetsExist } from "./actions";
import { sslPolicies } from "./sslPolicies";
import { listenerType, loadBalancerType } from "./types";

const code = "ValidationError";
const protocolsOf: Record<string, readonly string[]> = {
  application: ["HTTP", "HTTPS"],
  network: ["TCP", "TLS", "UDP", "TCP_UDP", "QUIC", "TCP_QUIC"],
  gateway: ["GENEVE"],
};

export const listenerRules: RuleTable = {
  [listenerType]: {
    inputs: [
      fields(code, {
        port,
        protocol: oneOf(...Object.values(protocolsOf).flat()),
        alpnPolicy: oneOf("HTTP1Only", "HTTP2Only", "HTTP2Optional", "HTTP2Preferred", "None"),
        certificateArn: arnOf("acm|iam"),
        "mutualAuthentication.mode": oneOf("off", "passthrough", "verify"),
      }),
      fields("SSLPolicyNotFound", { sslPolicy: oneOf(...sslPolicies) }),
      actionRules("defaultActions"),
      refuseCertificate,
    ],
    account: [
      exists("LoadBalancerNotFound", "loadBalancerArn", "load balancer", loadBalancerType),
      exists("CertificateNotFound", "certificateArn", "certificate", "aws:acm/certificate:Certificate"),
      actionTargetsExist("defaultActions"),
      refuseProtocol,
      refuseSamePort,
    ],
  },
};

function refuseCertificate({ inputs }: Call): Refusal[] {
  const protocol = textAt(inputs, "protocol") ?? (isSet(inputs, "protocol") ? undefined : "HTTP");
  if (protocol === undefined) return [];
  const isSecure = protocol === "HTTPS" || protocol === "TLS";
  const extra = isSecure
    ? []
    : ["certificateArn", "sslPolicy"].filter((name) => isSet(inputs, name) && inputs[name] !== "");
  return [
    ...when(
      isSecure && !isSet(inputs, "certificateArn"),
      code,
      "certificateArn",
      `certificateArn is missing: a certificate must be specified for ${protocol} listeners.`,
    ),
    ...(isSet(inputs, "protocol") ? extra : []).map((name) =>
      refusal(code, name, `${name} is set and protocol is ${protocol}: use HTTPS (or TLS), or remove it.`),
    ),
  ];
}

/** Which protocols a listener may have depends on its load balancer. */
function refuseProtocol(call: Call): Refusal[] {
  const balancer = find(call, [loadBalancerType], textAt(call.inputs, "loadBalancerArn") ?? "");
  const protocol = textAt(call.inputs, "protocol");
  if (balancer === undefined || hasUnknown(balancer.inputs.loadBalancerType)) return [];
  const kind = textAt(balancer.inputs, "loadBalancerType") ?? "application";
  const allowed = protocolsOf[kind] ?? [];
  const problem = protocol === undefined ? undefined : oneOf(...allowed)(protocol);
  return [
    ...when(
      problem !== undefined,
      code,
      "protocol",
      `protocol is ${show(protocol)} and the load balancer is of type ${kind}: ${problem}.`,
    ),
    ...when(kind !== "gateway" && !isSet(call.inputs, "port"), code, "port", "port is missing: set it."),
  ];
}

function refuseSamePort(call: Call): Refusal[] {
  const number = numberAt(call.inputs, "port");
  const { loadBalancerArn } = call.inputs;
  if (number === undefined || isUnchanged(call, "port")) return [];
  const twin = stored(call, listenerType).find(
    (one) => !isSelf(call, one) && one.inputs.port === number && one.inputs.loadBalancerArn === loadBalancerArn,
  );
  if (twin === undefined) return [];
  const message = `port is ${number}: a listener already exists on this port for this load balancer (${twin.id}). Choose another port.`;
  return [refusal("DuplicateListener", "port", message)];
}
