import type { Format, Formats, Subject } from "./subject";
import { afterSlash, arn, arnResource, digits, hex, nameOf, text } from "./subject";

/** Hosted zones of application load balancers (AWS General Reference). */
const ZONES: Readonly<Record<string, string>> = {
  "eu-west-1": "Z32O12XQLNTSW2",
  "eu-central-1": "Z215JYRZR1TBD5",
  "us-east-1": "Z35SXDOTRQ7X7K",
  "us-west-2": "Z1H1FL5HABSF5",
};
const SHORT: Readonly<Record<string, string>> = { application: "app", network: "net", gateway: "gwy" };

const loadBalancer: Format = (subject) => {
  const name = nameOf(subject);
  const kind = SHORT[text(subject, "loadBalancerType", "application")] ?? "app";
  const suffix = `${kind}/${name}/${hex(subject, 16)}`;
  const id = arn(subject, "elasticloadbalancing", `loadbalancer/${suffix}`);
  const internal = subject.inputs["internal"] === true;
  return {
    id,
    arn: id,
    arnSuffix: suffix,
    name,
    internal,
    dnsName: `${internal ? "internal-" : ""}${name}-${digits(subject, 10)}.${subject.region}.elb.amazonaws.com`,
    zoneId: ZONES[subject.region] ?? "Z32O12XQLNTSW2",
    ipAddressType: "ipv4",
    vpcId: vpcOf(subject),
  };
};

const targetGroup: Format = (subject) => {
  const name = nameOf(subject);
  const suffix = `targetgroup/${name}/${hex(subject, 16)}`;
  const id = arn(subject, "elasticloadbalancing", suffix);
  return {
    id,
    arn: id,
    arnSuffix: suffix,
    name,
    protocolVersion: "HTTP1",
    ipAddressType: "ipv4",
    loadBalancerArns: [],
  };
};

const listener: Format = (subject) => {
  const balancer = arnResource(text(subject, "loadBalancerArn")).replace(/^loadbalancer\//, "");
  const id = arn(subject, "elasticloadbalancing", `listener/${balancer}/${hex(subject, 16)}`);
  return { id, arn: id };
};

const listenerRule: Format = (subject) => {
  const of = arnResource(text(subject, "listenerArn")).replace(/^listener\//, "");
  const id = arn(subject, "elasticloadbalancing", `listener-rule/${of}/${hex(subject, 16)}`);
  return { id, arn: id, priority: 1 + (parseInt(hex(subject, 4, "priority"), 16) % 50_000) };
};

const listenerCertificate: Format = (subject) => ({
  id: `${text(subject, "listenerArn")}_${text(subject, "certificateArn")}`,
});

const attachment: Format = (subject) => ({ id: `${text(subject, "targetGroupArn")}-${digits(subject, 26)}` });

function vpcOf(subject: Subject): string {
  const subnets = subject.inputs["subnets"];
  const first = Array.isArray(subnets) ? String(subnets[0]) : "";
  return String(subject.store.byId("aws:ec2/subnet:Subnet", afterSlash(first))?.outputs["vpcId"] ?? "");
}

export const lb: Formats = {
  "lb/loadBalancer": loadBalancer,
  "lb/targetGroup": targetGroup,
  "lb/listener": listener,
  "lb/listenerRule": listenerRule,
  "lb/listenerCertificate": listenerCertificate,
  "lb/targetGroupAttachment": attachment,
};
