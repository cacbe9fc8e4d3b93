import type { Control } from "../shared/control";
import { deploymentsOf, pipelineType } from "./stages";

export const cpTypeV2: Control = {
  id: "cp-type-v2",
  title: "Pipelines are of type V2 and deploy one at a time",
  description: "Pipelines must be of type V2, and must not run executions that deploy in parallel.",
  severity: "medium",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: [],
  remediationSteps: "Set `pipelineType` to V2, and `executionMode` to QUEUED or SUPERSEDED where the pipeline deploys.",
  url: "https://docs.aws.amazon.com/codepipeline/latest/userguide/pipeline-types.html",
  reads: {
    [pipelineType]: ["pipelineType", "executionMode", "stages.name", "stages.actions.name", "stages.actions.category"],
  },
  check({ props }, report) {
    report.each([props.at("pipelineType")], (type) => {
      // Absent means V1.
      if (type.string() === "V2") return;
      const what = "A pipeline of type V1 has no rollback, no conditions and no filtered triggers";
      report.violation({ at: type, what, fix: "Set `pipelineType` to `V2`." });
    });
    const mode = props.at("executionMode");
    if (mode.string() !== "PARALLEL" || deploymentsOf(props).length === 0) return;
    report.violation({
      at: mode,
      what: "Two executions can deploy to one environment at the same time",
      fix: "Set `executionMode` to `QUEUED`.",
    });
  },
};
