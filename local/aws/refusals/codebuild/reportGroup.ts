import { characters, fields, oneOf } from "../checks";
import { unique } from "../duplicates";
import { exists } from "../references";
import type { RuleTable } from "../rules";
import { projectType } from "./project";

const code = "InvalidInputException";

/** What belongs to a project: its report groups and its web hook. */
export const reportGroupRules: RuleTable = {
  "aws:codebuild/reportGroup:ReportGroup": {
    inputs: [
      fields(code, {
        name: characters(2, 128),
        type: oneOf("TEST", "CODE_COVERAGE"),
        "exportConfig.type": oneOf("S3", "NO_EXPORT"),
        "exportConfig.s3Destination.packaging": oneOf("NONE", "ZIP"),
      }),
    ],
    account: [
      unique("ResourceAlreadyExistsException", "aws:codebuild/reportGroup:ReportGroup", "report group", {
        key: "name",
      }),
    ],
  },
  "aws:codebuild/webhook:Webhook": {
    inputs: [fields(code, { buildType: oneOf("BUILD", "BUILD_BATCH", "RUNNER_BUILDKITE_BUILD") })],
    account: [exists("ResourceNotFoundException", "projectName", "project", projectType)],
  },
};
