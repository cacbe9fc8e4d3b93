import { fields, json, oneOf, show, wholeNumber } from "../checks";
import type { Call, Refusal } from "../contract";
import { isRecord, isSet, isUnknown, textAt } from "../paths";
import { missingAt } from "../references";
import type { RuleTable } from "../rules";
import { refusal, when } from "../rules";
import { topicType } from "./topic";

const code = "InvalidParameter";
/** What an endpoint must look like for its protocol. */
const endpoints: Record<string, { pattern: RegExp; words: string }> = {
  application: { pattern: /^arn:aws[a-z-]*:sns:/, words: "the ARN of a platform endpoint" },
  email: { pattern: /^[^@\s]+@[^@\s]+$/, words: "an e-mail address" },
  "email-json": { pattern: /^[^@\s]+@[^@\s]+$/, words: "an e-mail address" },
  firehose: { pattern: /^arn:aws[a-z-]*:firehose:/, words: "the ARN of a delivery stream" },
  http: { pattern: /^http:\/\//, words: "a URL that begins with http://" },
  https: { pattern: /^https:\/\//, words: "a URL that begins with https://" },
  lambda: { pattern: /^arn:aws[a-z-]*:lambda:/, words: "the ARN of a function" },
  sms: { pattern: /^\+?\d[\d-]{3,}$/, words: "a telephone number such as +15555550100" },
  sqs: { pattern: /^arn:aws[a-z-]*:sqs:/, words: "the ARN of a queue" },
};

export const subscriptionRules: RuleTable = {
  "aws:sns/topicSubscription:TopicSubscription": {
    inputs: [
      fields(code, {
        protocol: oneOf(...Object.keys(endpoints)),
        filterPolicy: json,
        filterPolicyScope: oneOf("MessageAttributes", "MessageBody"),
        redrivePolicy: json,
        deliveryPolicy: json,
        confirmationTimeoutInMinutes: wholeNumber(0, 2147483647),
      }),
      refuseEndpoint,
      refuseOptions,
    ],
    account: [refuseMissingTopic],
  },
};

function refuseEndpoint({ inputs }: Call): Refusal[] {
  const form = endpoints[textAt(inputs, "protocol") ?? ""];
  const endpoint = textAt(inputs, "endpoint");
  if (form === undefined || endpoint === undefined || form.pattern.test(endpoint)) return [];
  const message = `endpoint is ${show(endpoint)} and protocol is ${String(inputs.protocol)}: give ${form.words}.`;
  return [refusal(code, "endpoint", message)];
}

function refuseOptions({ inputs }: Call): Refusal[] {
  const protocol = textAt(inputs, "protocol");
  const canBeRaw = ["sqs", "http", "https", "firehose"].includes(protocol ?? "");
  return [
    ...when(
      protocol !== undefined && inputs.rawMessageDelivery === true && !canBeRaw,
      code,
      "rawMessageDelivery",
      `rawMessageDelivery is true and protocol is ${protocol}: only sqs, http, https and firehose have it. Remove it.`,
    ),
    ...when(
      protocol === "firehose" && !isSet(inputs, "subscriptionRoleArn"),
      code,
      "subscriptionRoleArn",
      "subscriptionRoleArn is missing: protocol firehose needs a role that sns.amazonaws.com may assume.",
    ),
  ];
}

function refuseMissingTopic(call: Call): Refusal[] {
  const given = isRecord(call.inputs.topic) ? call.inputs.topic.arn : call.inputs.topic;
  if (typeof given !== "string" || isUnknown(given)) return [];
  return missingAt(call, "NotFound", "topic", given, "topic", [topicType]);
}
