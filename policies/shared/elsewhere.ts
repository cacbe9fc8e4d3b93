/** Who else has the rule, in the order in which it is told. The ids are checked in tests. */
const frameworks = {
  securityHub: "Security Hub",
  controlTower: "Control Tower",
  checkov: "checkov",
  cdkNag: "cdk-nag",
  trivy: "trivy",
  parliament: "parliament",
  cloudsplaining: "cloudsplaining",
  cis: "CIS",
} as const;

/** A control's references: ids by framework, separated by spaces. */
export function elsewhere(ids: { readonly [name in keyof typeof frameworks]?: string }): readonly string[] {
  return Object.entries(frameworks).flatMap(([name, framework]) =>
    (ids[name as keyof typeof frameworks] ?? "")
      .split(" ")
      .filter((id) => id !== "")
      .map((id) => `${framework} ${id}`),
  );
}
