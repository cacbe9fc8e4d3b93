import type { Control } from "../shared/control";
import { looksLikeSecretValue } from "../shared/secretLooking";

const fix = 'Set `authType` to "CODECONNECTIONS" and `token` to the ARN of a connection.';

export const cbSourceCredential: Control = {
  id: "cb-source-credential",
  title: "Sources are reached through connections",
  description: "CodeBuild source credentials must be connections or secrets, not tokens or passwords.",
  severity: "high",
  levels: { dev: "advisory", prod: "mandatory" },
  references: [],
  remediationSteps: "Set `authType` to CODECONNECTIONS and `token` to the ARN of a connection.",
  url: "https://docs.aws.amazon.com/codebuild/latest/userguide/access-tokens.html",
  reads: { "aws:codebuild/sourceCredential:SourceCredential": ["authType", "token"] },
  check({ props }, report) {
    const type = props.at("authType");
    if (["PERSONAL_ACCESS_TOKEN", "BASIC_AUTH"].includes(type.string() ?? "")) {
      report.violation({ at: type, what: "A long-lived token gives access to everything its owner may read", fix });
      return;
    }
    const token = props.at("token");
    if (token.isKnown && looksLikeSecretValue(token.string() ?? "")) {
      report.violation({ at: "token", what: "A token stands where the ARN of a connection belongs", fix });
    }
  },
};
