import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { projectType } from "./types";

export const cbArtifactsEncrypted: Control = {
  id: "cb-artifacts-encrypted",
  title: "Build artifacts are encrypted",
  description: "CodeBuild projects must not switch off the encryption of their artifacts.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ controlTower: "CT.CODEBUILD.PR.5", checkov: "CKV_AWS_78", trivy: "AWS-0018" }),
  remediationSteps: "Remove `encryptionDisabled` from `artifacts` and `secondaryArtifacts`, or set it to false.",
  url: "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectArtifacts.html",
  reads: {
    [projectType]: [
      "artifacts.type",
      "artifacts.encryptionDisabled",
      "secondaryArtifacts.type",
      "secondaryArtifacts.encryptionDisabled",
    ],
  },
  check({ props }, report) {
    report.each([props.at("artifacts"), props.at("secondaryArtifacts")], (list) =>
      report.each(list.items(), (artifact) => {
        const disabled = artifact.at("encryptionDisabled");
        if (disabled.boolean() !== true) return;
        // AWS ignores the flag where no artifact is made.
        if (artifact.at("type").string() === "NO_ARTIFACTS") return;
        report.violation({
          at: disabled,
          what: "The artifact is stored without encryption",
          fix: "Set `encryptionDisabled` to `false`.",
        });
      }),
    );
  },
};
