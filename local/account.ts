import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { Store } from "./aws/store";

/** What people make once, outside of any stack, and stacks name by its ARN. */
const namedByConfig = [
  {
    key: "certificateArn",
    type: "aws:acm/certificate:Certificate",
    properties: { domainName: "sandbox.example", status: "ISSUED", type: "AMAZON_ISSUED" },
  },
  {
    key: "connectionArn",
    type: "aws:codeconnections/connection:Connection",
    properties: { name: "sandbox", connectionStatus: "AVAILABLE", providerType: "GitHub" },
  },
] as const;

/** Puts into the sandbox's account what a stack's configuration takes for granted there. What is there already stays. */
export function furnishAccount(sandbox: string, configFile: string, project: string): void {
  const { config = {} } = (parse(readFileSync(configFile, "utf8")) ?? {}) as { config?: Record<string, unknown> };
  for (const { key, type, properties } of namedByConfig) {
    const arn = config[`${project}:${key}`];
    const [, , , region, account] = typeof arn === "string" ? arn.split(":") : [];
    if (typeof arn !== "string" || !region || !account) continue;
    const store = new Store(sandbox, account);
    if (store.read(type, region, arn)) continue;
    const record = {
      type,
      key: arn,
      id: arn,
      urn: "",
      region,
      account,
      created: new Date().toISOString(),
      generation: 0,
      seed: arn,
    };
    store.write({ ...record, given: Object.keys(properties), properties: { ...properties, arn, region } });
  }
}
