import { arnOf, characters, fields, items, matches, named, oneOf, show } from "../checks";
import type { Call, Refusal } from "../contract";
import { parseArn } from "../arn";
import { unique } from "../duplicates";
import { isSet, textAt, valuesAt } from "../paths";
import { missingAt } from "../references";
import type { RuleTable } from "../rules";
import { refusal, when } from "../rules";

const connectionType = "aws:codeconnections/connection:Connection";
const notificationType = "aws:codestarnotifications/notificationRule:NotificationRule";
const code = "ValidationException";
const providers = ["Bitbucket", "GitHub", "GitHubEnterpriseServer", "GitLab", "GitLabSelfManaged", "AzureDevOps"];

export const connectionRules: RuleTable = {
  [connectionType]: {
    inputs: [
      fields(code, {
        name: characters(1, 32),
        providerType: oneOf(...providers),
        hostArn: matches(
          /^arn:aws[a-z-]*:(codestar-connections|codeconnections):.+:\d{12}:host\/.+/,
          "the ARN of a host",
        ),
      }),
      refuseProvider,
    ],
    account: [unique("ResourceAlreadyExistsException", connectionType, "connection", { key: "name" })],
  },
  [notificationType]: {
    inputs: [
      fields(code, {
        name: named(1, 64, /^[A-Za-z0-9\-_ ]+$/, "letters, digits, spaces, - and _ only"),
        detailType: oneOf("BASIC", "FULL"),
        status: oneOf("ENABLED", "DISABLED"),
        targets: items(0, 10),
        "targets[].type": oneOf("SNS", "AWSChatbotSlack", "AWSChatbotMicrosoftTeams"),
        "targets[].address": characters(1, 320),
        resource: arnOf("codebuild|codecommit|codedeploy|codepipeline"),
        "eventTypeIds[]": matches(
          /^(codebuild|codecommit|codedeploy|codepipeline)-[a-z]+(-[a-z]+)+$/,
          "an event type such as codepipeline-pipeline-pipeline-execution-failed",
        ),
      }),
      refuseForeignEvents,
    ],
    account: [
      unique("ResourceAlreadyExistsException", notificationType, "notification rule", { key: "name" }),
      refuseMissingTopic,
    ],
  },
};

function refuseProvider({ inputs }: Call): Refusal[] {
  const given = ["providerType", "hostArn"].filter((name) => isSet(inputs, name));
  return when(
    given.length !== 1,
    code,
    "providerType",
    `${given.join(" and ") || "neither providerType nor hostArn"} given: set exactly one of providerType and hostArn.`,
  );
}

/** The events must be those of the watched resource's service. */
function refuseForeignEvents({ inputs }: Call): Refusal[] {
  const service = parseArn(textAt(inputs, "resource"))?.service;
  if (service === undefined) return [];
  return valuesAt(inputs, "eventTypeIds[]")
    .filter(({ value }) => !String(value).startsWith(`${service}-`))
    .map(({ path, value }) =>
      refusal(
        code,
        path,
        `${path} is ${show(value)} and resource is of ${service}: use an event that begins with ${service}-.`,
      ),
    );
}

function refuseMissingTopic(call: Call): Refusal[] {
  return valuesAt(call.inputs, "targets[].address").flatMap(({ path, value }) =>
    parseArn(value)?.service === "sns"
      ? missingAt(call, "ConfigurationException", path, String(value), "topic", ["aws:sns/topic:Topic"])
      : [],
  );
}
