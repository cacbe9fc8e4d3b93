import type { Control } from "../shared/control";
import type { Node } from "../shared/node";
import { sharesRegistry } from "./registryScanning";
import { anyFilterFits } from "./repositoryFilters";
import { repositoryType } from "./types";

const resourceType = "aws:cloudcontrol/resource:Resource";

export const ecrSigning: Control = {
  id: "ecr-signing",
  title: "ECR signs images",
  description: "ECR should sign the images of every repository when they are pushed.",
  severity: "low",
  levels: { dev: "disabled", prod: "advisory" },
  references: [],
  remediationSteps:
    "Create an `aws.cloudcontrol.Resource` of type AWS::ECR::SigningConfiguration with a rule whose filter fits the repository.",
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-signing.html",
  reads: { [repositoryType]: ["name"], [resourceType]: ["typeName", "desiredState"] },
  checkStack(stack, report) {
    const configurations = stack
      .ofType(resourceType)
      .filter(({ props }) => props.at("typeName").raw === "AWS::ECR::SigningConfiguration");
    report.eachResource(stack.ofType(repositoryType), (repository) => {
      const own = configurations.filter((configuration) => sharesRegistry(configuration, repository));
      const signs = own.some(({ props }) => anyFilterFits(signingFilters(props.at("desiredState")), repository));
      if (signs) return;
      report.violation({
        at: "",
        what: "No signing rule fits the repository: its images are not signed",
        fix: "Add a filter for it to the `AWS::ECR::SigningConfiguration`.",
      });
    });
  },
};

function signingFilters(state: Node): Node[] {
  const rules = state.json().at("Rules").items();
  return rules.flatMap((rule) => rule.at("RepositoryFilters").items()).map((filter) => filter.at("Filter"));
}
