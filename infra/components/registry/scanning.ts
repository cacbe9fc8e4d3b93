import { AccountSetting } from "@pulumi/aws/ecr/accountSetting";
import { RegistryScanningConfiguration } from "@pulumi/aws/ecr/registryScanningConfiguration";
import { Enabler } from "@pulumi/aws/inspector2/enabler";
import type { CustomResourceOptions, Input, Output } from "@pulumi/pulumi";
import type { Surroundings } from "../shared/arns";

/** Who scans images, and how often. */
export const ScanType = {
  /** ECR itself, on push: operating-system packages. Free of charge. */
  Basic: "BASIC",
  /** Amazon Inspector, on push and whenever new vulnerabilities become known: also language packages. */
  Enhanced: "ENHANCED",
} as const;
export type ScanType = (typeof ScanType)[keyof typeof ScanType];

/** Scans every repository of the registry, those of tomorrow included. */
export function createScanning(
  name: string,
  scanType: string,
  where: Output<Surroundings>,
  opts: CustomResourceOptions,
): void {
  const everything = [{ filter: "*", filterType: "WILDCARD" }];
  const rule = (scanFrequency: string) => ({ scanFrequency, repositoryFilters: everything });
  if (scanType === ScanType.Enhanced) {
    const accountIds: Input<Input<string>[]> = [where.account];
    const inspector = new Enabler(`${name}-inspector`, { accountIds, resourceTypes: ["ECR"] }, opts);
    const rules = [rule("CONTINUOUS_SCAN")];
    new RegistryScanningConfiguration(`${name}-scanning`, { scanType, rules }, { ...opts, dependsOn: [inspector] });
    return;
  }
  new AccountSetting(`${name}-scanner`, { name: "BASIC_SCAN_TYPE_VERSION", value: "AWS_NATIVE" }, opts);
  new RegistryScanningConfiguration(`${name}-scanning`, { scanType, rules: [rule("SCAN_ON_PUSH")] }, opts);
}
