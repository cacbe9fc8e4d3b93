import type { Invoke } from "./invoke";

/** Availability zones per region where it is not three. */
const ZONES: Readonly<Record<string, string>> = { "us-east-1": "abcdef", "us-west-2": "abcd", "ap-northeast-1": "acd" };

const regionOf = (args: Record<string, unknown>, otherwise: string): string => {
  const region = args["region"] ?? args["name"];
  return typeof region === "string" ? region : otherwise;
};

export const account: Readonly<Record<string, Invoke>> = {
  "index/getCallerIdentity": (_args, { settings }) => ({
    id: settings.account,
    accountId: settings.account,
    arn: `arn:${settings.partition}:sts::${settings.account}:assumed-role/sandbox/local`,
    userId: "AROASANDBOXSANDBOXSAN:local",
  }),
  "index/getRegion": (args, { settings }) => {
    const region = regionOf(args, settings.region);
    return { id: region, name: region, region, description: region, endpoint: `ec2.${region}.amazonaws.com` };
  },
  "index/getPartition": (_args, { settings }) => ({
    id: settings.partition,
    partition: settings.partition,
    dnsSuffix: settings.partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com",
    reverseDnsPrefix: settings.partition === "aws-cn" ? "cn.com.amazonaws" : "com.amazonaws",
  }),
  "index/getAvailabilityZones": (args, { settings }) => {
    const region = regionOf(args, settings.region);
    const excluded = Array.isArray(args["excludeNames"]) ? (args["excludeNames"] as unknown[]) : [];
    const names = zonesOf(region).filter((name) => !excluded.includes(name));
    return { id: region, region, names, zoneIds: names.map(zoneId), groupNames: [region] };
  },
  "index/getDefaultTags": (_args, { settings }) => ({ id: settings.partition, tags: settings.defaultTags }),
};

export function zonesOf(region: string): string[] {
  return [...(ZONES[region] ?? "abc")].map((letter) => `${region}${letter}`);
}

/** AWS's names of the zones themselves: `euw1-az1` for `eu-west-1a`. */
export function zoneId(zone: string): string {
  const [area = "", ...rest] = zone.slice(0, -1).split("-");
  const number = rest.pop() ?? "";
  const direction = rest
    .join("")
    .replace(/north|south|east|west|central|gov/g, (word) => (word === "gov" ? "g" : word.charAt(0)));
  return `${area}${direction}${number}-az${zone.charCodeAt(zone.length - 1) - 96}`;
}
