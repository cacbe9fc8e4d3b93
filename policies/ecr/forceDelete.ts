import type { Control } from "../shared/control";
import { repositoryType } from "./types";

export const ecrForceDelete: Control = {
  id: "ecr-force-delete",
  title: "Deleting a repository does not delete its images",
  description: "ECR repositories of protected environments must not be deletable together with their images.",
  severity: "high",
  levels: { dev: "disabled", prod: "mandatory" },
  references: [],
  remediationSteps: "Remove `forceDelete`, or set it to false.",
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-delete.html",
  reads: { [repositoryType]: ["forceDelete"] },
  check({ props }, report, { settings }) {
    const force = props.at("forceDelete");
    if (settings.environment.protected && force.boolean() === true) {
      report.violation({
        at: force,
        what: "Deleting the repository would delete every image in it",
        fix: "Set `forceDelete` to `false`.",
      });
    }
  },
};
