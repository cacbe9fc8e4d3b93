import { arn, role, roleArn, stored, table } from "../support";

const type = "aws:cloudwatch/eventTarget:EventTarget";
const pipeline = arn("codepipeline", "release");
const target = (id: string): ReturnType<typeof stored> =>
  stored(type, `full-${id}`, { rule: "full", eventBusName: "default", targetId: id });

describe("events/target", () => {
  table({
    type,
    base: { rule: "failed", eventBusName: "default", targetId: "topic", arn: arn("sns", "alarms") },
    store: [
      stored("aws:cloudwatch/eventRule:EventRule", "failed", { name: "failed" }),
      stored("aws:cloudwatch/eventRule:EventRule", "full", { name: "full" }),
      role("starter", "events.amazonaws.com"),
      role("builder", "codebuild.amazonaws.com"),
      ...["a", "b", "c", "d", "e"].map(target),
    ],
    accepts: {
      "a pipeline with a role": { arn: pipeline, roleArn: roleArn("starter") },
      "a template": {
        inputTransformer: {
          inputPaths: { state: "$.detail.state" },
          inputTemplate: '"<state> at <aws.events.event.ingestion-time>"',
        },
      },
      "a function without role": { arn: arn("lambda", "function:f") },
    },
    refuses: {
      "a rule that is not there": [{ rule: "nope" }, "ResourceNotFoundException"],
      "a pipeline without role": [{ arn: pipeline }, "ValidationException", "roleArn is missing"],
      "a role that is not there": [{ arn: pipeline, roleArn: roleArn("ghost") }, "ValidationException", "no such role"],
      "a role of another service": [
        { arn: pipeline, roleArn: roleArn("builder") },
        "ValidationException",
        "events.amazonaws.com is not authorized to perform: sts:AssumeRole",
      ],
      "a name instead of an ARN": [{ arn: "alarms" }, "ValidationException", "the ARN of what is to be called"],
      "two inputs": [{ input: "{}", inputPath: "$.detail" }, "ValidationException", "keep one"],
      "input that is not JSON": [{ input: "hello" }, "ValidationException", "not JSON"],
      "a placeholder without path": [
        { inputTransformer: { inputPaths: {}, inputTemplate: '"<state>"' } },
        "ValidationException",
        "add state to inputTransformer.inputPaths",
      ],
      "a sixth target": [{ rule: "full", targetId: "f" }, "LimitExceededException", "at most 5"],
      "a target id that is taken": [{ rule: "full", targetId: "a" }, "ValidationException", "exists already"],
      "a long retry": [{ retryPolicy: { maximumRetryAttempts: 186 } }, "ValidationException", "0 to 185"],
      "a cluster without task": [
        { arn: arn("ecs", "cluster/c"), roleArn: roleArn("starter") },
        "ValidationException",
        "ecsTarget is missing",
      ],
    },
  });
});
