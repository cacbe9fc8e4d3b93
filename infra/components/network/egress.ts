/** How private tasks reach what is outside the VPC. */
export const Egress = {
  /** Only the AWS services they need, through endpoints billed by service and zone. Nothing else is reachable. */
  Endpoints: "endpoints",
  /** The internet through one NAT gateway: cheapest with many services, gone with its zone. */
  NatSingle: "nat-single",
  /** The internet through one NAT gateway in each zone: the dearest and most available. */
  NatPerZone: "nat-per-az",
  /** Tasks stand in public subnets with addresses of their own: free of charge, for experiments only. */
  Public: "public",
} as const;
export type Egress = (typeof Egress)[keyof typeof Egress];

/** The strategy of awsx for NAT gateways: its own default would be one for each zone. */
export function natStrategy(egress: string): "None" | "Single" | "OnePerAz" {
  if (egress === Egress.NatSingle) return "Single";
  return egress === Egress.NatPerZone ? "OnePerAz" : "None";
}

/** What a Fargate task needs to start without internet: images, their layers, and logs. */
export const essentialServices = ["ecr.api", "ecr.dkr", "logs"];

/** Interface endpoints by egress: NAT and public subnets reach everything without any. */
export function endpointServices(egress: string, additional: readonly string[]): string[] {
  const essential = egress === Egress.Endpoints ? essentialServices : [];
  return [...new Set([...essential, ...additional])].sort();
}
