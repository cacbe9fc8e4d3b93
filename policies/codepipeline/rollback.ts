import type { Control } from "../shared/control";
import { deploymentsOf, pipelineType } from "./stages";

export const cpRollback: Control = {
  id: "cp-rollback",
  title: "A stage that fails to deploy is rolled back",
  description: "Stages of pipelines that deploy must roll back when they fail.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: [],
  remediationSteps: "Set `onFailure.result` of the stage to ROLLBACK.",
  url: "https://docs.aws.amazon.com/codepipeline/latest/userguide/stage-rollback.html",
  reads: {
    [pipelineType]: [
      "stages.name",
      "stages.actions.name",
      "stages.actions.category",
      "stages.onFailure.result",
      "stages.onFailure.condition.result",
    ],
  },
  check({ props }, report) {
    const stages = new Map(deploymentsOf(props).map(({ stage }) => [stage.path, stage]));
    report.each(stages.values(), (stage) => {
      const result = stage.at("onFailure", "result");
      const conditional = stage.at("onFailure", "condition", "result");
      if (result.raw === "ROLLBACK" || conditional.raw === "ROLLBACK") return;
      // What is not known yet may still be it.
      if (result.string() === "ROLLBACK" || conditional.string() === "ROLLBACK") return;
      report.violation({
        at: result,
        what: "What the stage deployed stays when the stage fails",
        fix: 'Set `onFailure` of the stage to `{ result: "ROLLBACK" }`.',
      });
    });
  },
};
