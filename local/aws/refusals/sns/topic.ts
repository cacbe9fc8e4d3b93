import { characters, fields, json, oneOf, show } from "../checks";
import type { Call, Refusal } from "../contract";
import { unique } from "../duplicates";
import { isSet, textAt } from "../paths";
import { parsePolicy, statementsOf, texts } from "../policyText";
import { policy, policyPrincipalsExist, policySize } from "../policyRules";
import { exists } from "../references";
import type { Rule, RuleTable } from "../rules";
import { refusal, when } from "../rules";

const code = "InvalidParameter";
export const topicType = "aws:sns/topic:Topic";

export const topicRules: RuleTable = {
  [topicType]: {
    inputs: [
      fields(code, {
        displayName: characters(0, 100),
        tracingConfig: oneOf("Active", "PassThrough"),
        signatureVersion: oneOf(1, 2),
        deliveryPolicy: json,
      }),
      refuseName,
      policy(code, "policy", "resource"),
      policySize(code, "policy", 30720),
      refuseOutOfScope("policy"),
    ],
    account: [unique("TopicAlreadyExists", topicType, "topic", { key: "name" }), policyPrincipalsExist(code, "policy")],
  },
  "aws:sns/topicPolicy:TopicPolicy": {
    inputs: [policy(code, "policy", "resource"), policySize(code, "policy", 30720), refuseOutOfScope("policy")],
    account: [exists("NotFound", "arn", "topic", topicType), policyPrincipalsExist(code, "policy")],
  },
};

function refuseName({ inputs }: Call): Refusal[] {
  const name = textAt(inputs, "name");
  const isFifo = inputs.fifoTopic === true;
  const fix = "use 1 to 256 letters, digits, - and _";
  const base = isFifo ? name?.replace(/\.fifo$/, "") : name;
  return [
    ...when(
      base !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(base),
      code,
      "name",
      `name is ${show(name)}: ${fix}${base?.endsWith(".fifo") ? "; a name that ends in .fifo needs fifoTopic true" : ""}.`,
    ),
    ...when(
      isFifo && name !== undefined && !name.endsWith(".fifo"),
      code,
      "name",
      `name is ${show(name)} and fifoTopic is true: let it end in .fifo.`,
    ),
    ...when(
      !isFifo && !isSet(inputs, "fifoTopic") && inputs.contentBasedDeduplication === true,
      code,
      "contentBasedDeduplication",
      "contentBasedDeduplication is true: only FIFO topics have it. Set fifoTopic to true or remove it.",
    ),
  ];
}

/** SNS takes its own actions only. */
function refuseOutOfScope(path: string): Rule {
  return ({ inputs }) => {
    const document = parsePolicy(inputs[path]);
    const actions = document === undefined ? [] : statementsOf(document).flatMap((one) => texts(one.Action));
    return actions
      .filter((action) => action !== "*" && !/^sns:/i.test(action))
      .map((action) =>
        refusal(
          code,
          path,
          `${path} has the action ${show(action)}: policy statement action out of service scope. Use sns: actions.`,
        ),
      );
  };
}
