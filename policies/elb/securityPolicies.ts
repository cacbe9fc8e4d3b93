/**
 * The predefined TLS policies that Security Hub ELB.17 accepts: TLS 1.3, and TLS 1.2 only with forward secrecy and
 * authenticated encryption; their FIPS and post-quantum forms. ELBSecurityPolicy-TLS13-1-2-2021-06, which older guides
 * recommend, also takes the CBC cipher suites of TLS 1.2 and is not among them.
 * https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-17
 */
export const recommendedSecurityPolicies: readonly string[] = [
  "ELBSecurityPolicy-TLS13-1-3-2021-06",
  "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
  "ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04",
  "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04",
  "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09",
];
