import { arnOf, characters, fields, first, json, matches, named, wholeNumber } from "../checks";
import type { Call, Refusal } from "../contract";
import { parseArn } from "../arn";
import { isSelf, unique } from "../duplicates";
import { assumableBy } from "../iam/role";
import { isRecord, isSet, textAt, valueAt } from "../paths";
import { exists, stored } from "../references";
import type { RuleTable } from "../rules";
import { refusal, when } from "../rules";
import { eventRuleType } from "./rule";

const code = "ValidationException";
const targetType = "aws:cloudwatch/eventTarget:EventTarget";
/** Services that EventBridge calls with a role; the others are opened by their own resource policy. */
const needsRole = [
  "ecs",
  "codebuild",
  "codepipeline",
  "states",
  "kinesis",
  "firehose",
  "ssm",
  "inspector",
  "sagemaker",
  "batch",
];

export const eventTargetRules: RuleTable = {
  [targetType]: {
    inputs: [
      fields(code, {
        arn: first(characters(1, 1600), matches(/^arn:aws[a-z-]*:[a-z0-9-]+:/, "the ARN of what is to be called")),
        targetId: named(1, 64, /^[.\-_A-Za-z0-9]+$/, "letters, digits and .-_ only"),
        roleArn: arnOf("iam", "role/"),
        input: first(characters(0, 8192), json),
        inputPath: characters(0, 256),
        "inputTransformer.inputTemplate": characters(1, 8192),
        "retryPolicy.maximumEventAgeInSeconds": wholeNumber(60, 86400),
        "retryPolicy.maximumRetryAttempts": wholeNumber(0, 185),
        "deadLetterConfig.arn": arnOf("sqs"),
      }),
      refuseWithoutRole,
      refuseInputs,
      refuseTemplate,
    ],
    account: [
      exists("ResourceNotFoundException", "rule", "rule", eventRuleType),
      assumableBy(code, "roleArn", "events.amazonaws.com"),
      unique(code, targetType, "target of this rule", { key: "targetId", within: ["rule", "eventBusName"] }),
      refuseSixth,
    ],
  },
};

function refuseWithoutRole({ inputs }: Call): Refusal[] {
  const service = parseArn(inputs.arn)?.service ?? "";
  return [
    ...when(
      needsRole.includes(service) && !isSet(inputs, "roleArn"),
      code,
      "roleArn",
      `roleArn is missing: EventBridge calls ${service} targets with a role. Give a role that events.amazonaws.com may assume.`,
    ),
    ...when(
      service === "ecs" && !isSet(inputs, "ecsTarget"),
      code,
      "ecsTarget",
      "ecsTarget is missing and arn names an ECS cluster: set ecsTarget with taskDefinitionArn.",
    ),
  ];
}

function refuseInputs({ inputs }: Call): Refusal[] {
  const given = ["input", "inputPath", "inputTransformer"].filter((name) => isSet(inputs, name));
  return when(given.length > 1, code, given[1] ?? "", `${given.join(" and ")} are set: keep one.`);
}

/** Every <placeholder> needs an input path; <aws.events...> are given by EventBridge. */
function refuseTemplate({ inputs }: Call): Refusal[] {
  const template = textAt(inputs, "inputTransformer.inputTemplate");
  const paths = valueAt(inputs, "inputTransformer.inputPaths");
  if (template === undefined || isSet(inputs, "inputTransformer.inputPaths") !== isRecord(paths)) return [];
  const known = isRecord(paths) ? Object.keys(paths) : [];
  const used = [...template.matchAll(/<([A-Za-z0-9_.-]+)>/g)].map((match) => match[1] ?? "");
  const missing = used.filter((name) => !known.includes(name) && !name.startsWith("aws.events."));
  const at = "inputTransformer.inputTemplate";
  return missing.map((name) => refusal(code, at, `${at} uses <${name}>: add ${name} to inputTransformer.inputPaths.`));
}

function refuseSixth(call: Call): Refusal[] {
  const rule = textAt(call.inputs, "rule");
  const same = stored(call, targetType).filter((one) => one.inputs.rule === rule && !isSelf(call, one));
  return when(
    rule !== undefined && same.length >= 5,
    "LimitExceededException",
    "rule",
    `rule "${rule}" has ${same.length} targets already: use at most 5, or fan out through a topic.`,
  );
}
