import { fields, oneOf, show } from "../checks";
import type { Call, Refusal } from "../contract";
import { isSet, listAt, textAt } from "../paths";
import { policy, policySize } from "../policyRules";
import { exists, regionOf } from "../references";
import type { RuleTable } from "../rules";
import { refusal, when } from "../rules";
import { refusePrivateNames, refuseSameZone } from "./endpointPlacement";
import { endpointType, routeTableType, securityGroupType, subnetType, vpcType } from "./types";

const kinds = ["Gateway", "Interface", "GatewayLoadBalancer", "Resource", "ServiceNetwork"];

export const endpointRules: RuleTable = {
  [endpointType]: {
    inputs: [
      fields("InvalidParameter", {
        vpcEndpointType: oneOf(...kinds),
        ipAddressType: oneOf("ipv4", "ipv6", "dualstack"),
        "dnsOptions.dnsRecordIpType": oneOf("ipv4", "dualstack", "ipv6", "service-defined"),
      }),
      policy("InvalidPolicyDocument", "policy", "endpoint"),
      policySize("InvalidPolicyDocument", "policy", 20480),
      refuseService,
      refuseShape,
    ],
    account: [
      exists("InvalidVpcId.NotFound", "vpcId", "VPC", vpcType),
      exists("InvalidRouteTableId.NotFound", "routeTableIds[]", "route table", routeTableType),
      exists("InvalidSubnetId.NotFound", "subnetIds[]", "subnet", subnetType),
      exists("InvalidGroup.NotFound", "securityGroupIds[]", "security group", securityGroupType),
      refusePrivateNames,
      refuseSameZone,
    ],
  },
};

function kindOf(inputs: unknown): string | undefined {
  return textAt(inputs, "vpcEndpointType") ?? (isSet(inputs, "vpcEndpointType") ? undefined : "Gateway");
}

function refuseService(call: Call): Refusal[] {
  const service = textAt(call.inputs, "serviceName");
  const region = textAt(call.inputs, "serviceRegion") ?? regionOf(call);
  const kind = kindOf(call.inputs);
  if (service === undefined) return [];
  const match =
    /^(?:com|cn\.com|aws)\.(?:amazonaws|api|sagemaker)\.(?:vpce\.)?([a-z]{2}(?:-[a-z]+)+-\d)\.[a-z0-9.-]+$/.exec(
      service,
    );
  const isGlobal = service.startsWith("com.amazonaws.s3-global.") || service.startsWith("aws.");
  const fix = `write it like "com.amazonaws.${region}.s3"`;
  if (match === null && !isGlobal)
    return [refusal("InvalidServiceName", "serviceName", `serviceName is ${show(service)}: ${fix}.`)];
  return [
    ...when(
      match !== null && match[1] !== region,
      "InvalidServiceName",
      "serviceName",
      `serviceName is ${show(service)}: the endpoint is in ${region}; ${fix}, or set serviceRegion.`,
    ),
    ...when(
      kind === "Gateway" && match !== null && !/\.(s3|dynamodb)$/.test(service),
      "InvalidParameter",
      "vpcEndpointType",
      `vpcEndpointType is Gateway and serviceName is ${show(service)}: only s3 and dynamodb have gateway endpoints. Use Interface.`,
    ),
  ];
}

function refuseShape({ inputs }: Call): Refusal[] {
  const kind = kindOf(inputs);
  if (kind !== "Gateway" && kind !== "Interface") return [];
  const wrong = kind === "Gateway" ? ["subnetIds", "securityGroupIds"] : ["routeTableIds"];
  const given = wrong.filter((name) => isSet(inputs, name) && listAt(inputs, name)?.length !== 0);
  return [
    ...given.map((name) =>
      refusal(
        "InvalidParameter",
        name,
        `${name} is set and vpcEndpointType is ${kind}: it does not take ${name}. Remove it.`,
      ),
    ),
    ...when(
      kind === "Gateway" && inputs.privateDnsEnabled === true,
      "InvalidParameter",
      "privateDnsEnabled",
      "privateDnsEnabled is true and vpcEndpointType is Gateway: gateway endpoints have no private DNS. Remove it.",
    ),
  ];
}
