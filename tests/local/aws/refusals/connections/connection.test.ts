import { arn, stored, table } from "../support";

const type = "aws:codeconnections/connection:Connection";
const code = "ValidationException";
const topic = stored("aws:sns/topic:Topic", arn("sns", "t"), {}, { arn: arn("sns", "t") });

describe("connections/connection", () => {
  table({
    type,
    base: { name: "github", providerType: "GitHub" },
    store: [stored("aws:codestarconnections/connection:Connection", "taken", { name: "taken" })],
    accepts: { "a host": { providerType: undefined, hostArn: arn("codeconnections", "host/h/1") } },
    refuses: {
      "33 characters": [{ name: "g".repeat(33) }, code, "1 to 32"],
      "another provider": [{ providerType: "Github" }, code, "nearest: GitHub"],
      "provider and host": [{ hostArn: arn("codeconnections", "host/h/1") }, code, "exactly one"],
      "neither provider nor host": [{ providerType: undefined }, code, "exactly one"],
      "a name that is taken, under either token": [{ name: "taken" }, "ResourceAlreadyExistsException"],
    },
  });
  table({
    type: "aws:codestarconnections/connection:Connection",
    base: { name: "gitlab", providerType: "GitLab" },
    refuses: { "another provider, under the old token": [{ providerType: "Gitlab" }, code, "nearest: GitLab"] },
  });
  table({
    type: "aws:codestarnotifications/notificationRule:NotificationRule",
    base: {
      name: "release",
      detailType: "BASIC",
      resource: arn("codepipeline", "release"),
      eventTypeIds: ["codepipeline-pipeline-pipeline-execution-failed"],
      targets: [{ address: topic.id, type: "SNS" }],
    },
    store: [topic],
    refuses: {
      "another detail": [{ detailType: "ALL" }, code, "BASIC, FULL"],
      "another service's event": [
        { eventTypeIds: ["codebuild-project-build-state-failed"] },
        code,
        "begins with codepipeline-",
      ],
      "an event in words": [{ eventTypeIds: ["failed"] }, code, "an event type such as"],
      "a topic that is not there": [{ "targets[0].address": arn("sns", "nope") }, "ConfigurationException"],
    },
  });
});
