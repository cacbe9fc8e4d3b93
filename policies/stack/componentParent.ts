import type { Control } from "../shared/control";

const shown = 5;

export const pulumiComponentParent: Control<{ approved: string[] }> = {
  id: "pulumi-component-parent",
  title: "AWS resources stand in approved components",
  description: "AWS resources should be made by a component that the platform team approved.",
  severity: "medium",
  levels: { dev: "advisory", prod: "advisory" },
  references: [],
  remediationSteps: "Make the resource inside an approved component, or add the component's type to `approved`.",
  url: "https://www.pulumi.com/docs/iac/concepts/resources/components/",
  reads: { "*": [] },
  configSchema: {
    properties: {
      approved: {
        type: "array",
        items: { type: "string" },
        default: ["container-delivery:", "awsx:"],
        description: "Beginnings of the type tokens of approved components.",
      },
    },
  },
  checkStack(stack, report, { config }) {
    const outside = stack.all.filter(
      (resource) =>
        resource.type.startsWith("aws:") &&
        !stack.ancestors(resource).some(({ type }) => config.approved.some((prefix) => type.startsWith(prefix))),
    );
    if (outside.length === 0) return;
    // One finding for the whole stack: a program without components would drown in a finding for each resource.
    const names = outside.slice(0, shown).map(({ name, type }) => `${name} (${type})`);
    const rest = outside.length > shown ? ` and ${outside.length - shown} more` : "";
    const root = stack.ofType("pulumi:pulumi:Stack")[0];
    report.violation({
      at: "",
      on: root ?? outside[0],
      what: `${outside.length} AWS resources stand in no approved component: ${names.join(", ")}${rest}`,
      fix: "Make them inside an approved component, or approve the one around them.",
    });
  },
};
