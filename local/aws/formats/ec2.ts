import { zoneId } from "../invokes/account";
import type { Format, Formats, Subject } from "./subject";
import { arn, digits, hex, nameOf, text } from "./subject";

const withId =
  (prefix: string, kind?: string, more?: (subject: Subject, id: string) => Record<string, unknown>): Format =>
  (subject) => {
    const id = `${prefix}-${hex(subject, 17)}`;
    return {
      id,
      ...(kind === undefined ? {} : { arn: arn(subject, "ec2", `${kind}/${id}`) }),
      ownerId: subject.account,
      ...more?.(subject, id),
    };
  };

const address = (subject: Subject, label: string, first: number): string => {
  const [a, b, c] = ["a", "b", "c"].map((part) => (parseInt(hex(subject, 2, label + part), 16) % 254) + 1);
  return `${first}.${a}.${b}.${c}`;
};

export const ec2: Formats = {
  "ec2/vpc": withId("vpc", "vpc", (subject) => ({
    cidrBlock: text(subject, "cidrBlock", "10.0.0.0/16"),
    defaultNetworkAclId: `acl-${hex(subject, 17, "acl")}`,
    defaultRouteTableId: `rtb-${hex(subject, 17, "rtb")}`,
    defaultSecurityGroupId: `sg-${hex(subject, 17, "sg")}`,
    mainRouteTableId: `rtb-${hex(subject, 17, "rtb")}`,
    dhcpOptionsId: `dopt-${hex(subject, 17, "dopt")}`,
    enableDnsHostnames: false,
    enableNetworkAddressUsageMetrics: false,
    ipv6AssociationId: "",
    ipv6CidrBlock: "",
  })),
  "ec2/subnet": withId("subnet", "subnet", (subject) => ({
    availabilityZone: text(subject, "availabilityZone", `${subject.region}a`),
    availabilityZoneId: zoneId(text(subject, "availabilityZone", `${subject.region}a`)),
    ipv6CidrBlockAssociationId: "",
    privateDnsHostnameTypeOnLaunch: "ip-name",
  })),
  "ec2/routeTable": withId("rtb", "route-table"),
  "ec2/route": (subject) => ({
    id: `r-${text(subject, "routeTableId")}${digits(subject, 10)}`,
    origin: "CreateRoute",
    state: "active",
  }),
  "ec2/routeTableAssociation": withId("rtbassoc"),
  "ec2/mainRouteTableAssociation": withId("rtbassoc"),
  "ec2/internetGateway": withId("igw", "internet-gateway"),
  "ec2/egressOnlyInternetGateway": withId("eigw"),
  "ec2/natGateway": withId("nat", undefined, (subject) => ({
    associationId: `eipassoc-${hex(subject, 17, "association")}`,
    networkInterfaceId: `eni-${hex(subject, 17, "interface")}`,
    privateIp: address(subject, "private", 10),
    publicIp: address(subject, "public", 54),
  })),
  "ec2/eip": withId("eipalloc", "elastic-ip", (subject, id) => {
    const publicIp = address(subject, "public", 52);
    return {
      allocationId: id,
      domain: "vpc",
      networkBorderGroup: subject.region,
      publicIpv4Pool: "amazon",
      publicIp,
      publicDns: `ec2-${publicIp.replace(/\./g, "-")}.${subject.region}.compute.amazonaws.com`,
    };
  }),
  "ec2/securityGroup": withId("sg", "security-group", (subject) => ({ name: nameOf(subject) })),
  "ec2/defaultSecurityGroup": (subject) => {
    const vpc = subject.store.byId("aws:ec2/vpc:Vpc", text(subject, "vpcId"));
    const id = String(vpc?.outputs["defaultSecurityGroupId"] ?? `sg-${hex(subject, 17)}`);
    const description = "default VPC security group";
    return {
      id,
      arn: arn(subject, "ec2", `security-group/${id}`),
      name: "default",
      description,
      ownerId: subject.account,
    };
  },
  "ec2/securityGroupRule": (subject) => {
    const id = `sgr-${hex(subject, 17)}`;
    return { id: `sgrule-${digits(subject, 10)}`, securityGroupRuleId: id };
  },
  "ec2/networkAcl": withId("acl", "network-acl"),
  "ec2/networkInterface": withId("eni", "network-interface"),
  "ec2/launchTemplate": withId("lt", "launch-template", () => ({ defaultVersion: 1, latestVersion: 1 })),
  "ec2/flowLog": withId("fl", "vpc-flow-log"),
  "ec2/vpcEndpoint": withId("vpce", "vpc-endpoint", (subject, id) => ({
    state: "available",
    prefixListId: text(subject, "vpcEndpointType") === "Gateway" ? `pl-${hex(subject, 8, "prefix")}` : "",
    dnsEntries: dnsEntries(subject, id),
    requesterManaged: false,
    privateDnsEnabled: false,
    ipAddressType: "ipv4",
  })),
  "ec2/vpcEndpointPolicy": (subject) => ({ id: text(subject, "vpcEndpointId") }),
  "ec2/vpcEndpointRouteTableAssociation": (subject) => ({
    id: `a-${text(subject, "vpcEndpointId")}${digits(subject, 10)}`,
  }),
  "ec2/managedPrefixList": withId("pl", "prefix-list"),
  "ec2/instance": withId("i", "instance"),
  "ec2/keyPair": (subject) => ({ id: nameOf(subject, "keyName"), keyPairId: `key-${hex(subject, 17)}` }),
  "vpc/securityGroupIngressRule": securityGroupRule,
  "vpc/securityGroupEgressRule": securityGroupRule,
};

function securityGroupRule(subject: Subject): ReturnType<Format> {
  const id = `sgr-${hex(subject, 17)}`;
  return { id, arn: arn(subject, "ec2", `security-group-rule/${id}`), securityGroupRuleId: id };
}

function dnsEntries(subject: Subject, id: string): { dnsName: string; hostedZoneId: string }[] {
  if (text(subject, "vpcEndpointType") !== "Interface") return [];
  const service = text(subject, "serviceName").split(".").slice(3).reverse().join(".");
  const dnsName = `${id}-${hex(subject, 8, "dns")}.${service}.${subject.region}.vpce.amazonaws.com`;
  return [{ dnsName, hostedZoneId: "Z38GZ743OKFT7T" }];
}
