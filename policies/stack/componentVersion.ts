import type { Control } from "../shared/control";

export const pulumiComponentVersion: Control<{ packages: string[] }> = {
  id: "pulumi-component-version",
  title: "Components tell their version",
  description: "Components of the platform's packages should tell which version made their resources.",
  severity: "low",
  levels: { dev: "advisory", prod: "advisory" },
  references: [],
  remediationSteps: "Use a released version of the component package, which registers its `version` as an input.",
  url: "https://www.pulumi.com/docs/iac/concepts/resources/components/",
  reads: { "*": [] },
  configSchema: {
    properties: {
      packages: {
        type: "array",
        items: { type: "string" },
        default: ["container-delivery"],
        description: "The packages whose components are asked.",
      },
    },
  },
  checkStack(stack, report, { config }) {
    const components = stack.all.filter(({ type }) => config.packages.some((name) => type.startsWith(`${name}:`)));
    report.eachResource(components, (component) => {
      const version = component.props.at("version");
      if (!/^\d+\.\d+\.\d+/.test(version.string() ?? "")) {
        report.violation({
          at: version,
          what: "Nothing tells which version of the component made these resources",
          fix: "Use a released version of the package.",
        });
      }
    });
  },
};
