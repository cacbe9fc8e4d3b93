import type { Control } from "../shared/control";
import { actionsOf, approves, deploymentsOf, isBefore, pipelineType } from "./stages";

export const cpApproval: Control = {
  id: "cp-approval",
  title: "A person approves before a deployment",
  description: "Pipelines of protected environments must have a manual approval before the last stage that deploys.",
  severity: "medium",
  levels: { dev: "disabled", prod: "mandatory" },
  references: [],
  remediationSteps: "Add an action of category Approval and provider Manual before the stage that deploys.",
  url: "https://docs.aws.amazon.com/codepipeline/latest/userguide/approvals.html",
  reads: {
    [pipelineType]: [
      "stages.name",
      "stages.actions.name",
      "stages.actions.category",
      "stages.actions.provider",
      "stages.actions.configuration",
      "stages.actions.runOrder",
    ],
  },
  check({ props }, report, { settings }) {
    if (!settings.environment.protected) return;
    // Earlier ones may deploy to a stage before production.
    const last = deploymentsOf(props).at(-1);
    if (!last || actionsOf(props).some((action) => approves(action) && isBefore(action, last))) return;
    report.violation({
      at: last.stage.at("name"),
      what: "The stage deploys to a protected environment without anybody's approval",
      fix: "Add an action with `category` `Approval` and `provider` `Manual` before it.",
    });
  },
};
