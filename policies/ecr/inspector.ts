import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { scanningType } from "./types";

const enablerType = "aws:inspector2/enabler:Enabler";

export const ecrInspector: Control = {
  id: "ecr-inspector",
  title: "Enhanced scanning comes with Inspector",
  description: "A registry with enhanced scanning must enable Amazon Inspector for ECR.",
  severity: "medium",
  levels: { dev: "advisory", prod: "advisory" },
  references: elsewhere({ securityHub: "Inspector.2" }),
  remediationSteps: "Create an `aws.inspector2.Enabler` whose `resourceTypes` contain ECR.",
  url: "https://docs.aws.amazon.com/inspector/latest/user/scanning-ecr.html",
  reads: { [scanningType]: ["scanType"], [enablerType]: ["resourceTypes"] },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(scanningType), ({ props }) => {
      const type = props.at("scanType");
      if (type.string() !== "ENHANCED") return;
      const enabled = stack.ofType(enablerType).some((enabler) =>
        enabler.props
          .at("resourceTypes")
          .items()
          .some((kind) => kind.string() === "ECR"),
      );
      if (!enabled) {
        report.violation({
          at: type,
          what: "Enhanced scanning is Amazon Inspector's, which this stack does not enable",
          fix: 'Create an `aws.inspector2.Enabler` with `resourceTypes` `["ECR"]`.',
        });
      }
    });
  },
};
