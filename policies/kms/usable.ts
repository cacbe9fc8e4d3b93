import { servicePrincipals } from "../documents/principals";
import { readResourceDocument } from "../documents/resourceDocument";
import type { Control } from "../shared/control";
import { Node } from "../shared/node";
import type { StackResource } from "../shared/resource";
import type { StackIndex } from "../shared/stackIndex";
import { allowsAction, keyPolicyType, keyType } from "./keyDocument";

const aliasType = "aws:kms/alias:Alias";
const groupType = "aws:cloudwatch/logGroup:LogGroup";
const topicType = "aws:sns/topic:Topic";
const queueType = "aws:sqs/queue:Queue";
const alarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";
const targetType = "aws:cloudwatch/eventTarget:EventTarget";

export const kmsUsable: Control = {
  id: "kms-usable",
  title: "Keys let the services in that use them",
  description:
    "A key's policy must let in each AWS service that the stack makes use it, or that service fails without a word.",
  severity: "high",
  levels: { dev: "advisory", prod: "mandatory" },
  references: [],
  remediationSteps:
    "Allow the service the actions kms:Decrypt and kms:GenerateDataKey* (for CloudWatch Logs also kms:Encrypt* and kms:DescribeKey) in the key's policy.",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-services.html",
  reads: {
    [keyType]: ["policy"],
    [keyPolicyType]: ["policy", "keyId"],
    [aliasType]: ["targetKeyId"],
    [groupType]: ["kmsKeyId"],
    [topicType]: ["kmsMasterKeyId"],
    [queueType]: ["kmsMasterKeyId"],
    [alarmType]: ["alarmActions"],
    [targetType]: ["arn", "deadLetterConfig.arn"],
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(keyType), (key) => {
      const policy = stack.linked([keyPolicyType], "keyId", key)[0]?.props.at("policy") ?? key.props.at("policy");
      if (policy.isAbsent) return;
      const document = readResourceDocument(new Node(policy.raw, "policy"), report, { tellsFaults: false });
      if (!document) return;
      const { statements } = document;
      for (const [service, user] of servicesOf(stack, key)) {
        const letIn = statements.some(
          (statement) =>
            allowsAction(statement, "kms:decrypt") &&
            (servicePrincipals(statement).some((principal) => principal.service === service) ||
              statement.principals.some(({ value }) => value.raw === "*")),
        );
        if (letIn) continue;
        report.violation({
          at: "policy",
          what: `The key's policy does not let ${service} in, which ${user.name} (${user.type}) makes use the key`,
          fix: `Allow ${service} \`kms:Decrypt\` and \`kms:GenerateDataKey*\`.`,
          detail: service,
        });
      }
    });
  },
};

/** The services that use the key by themselves, each with a resource that makes them. Other uses are made by roles. */
function servicesOf(stack: StackIndex, key: StackResource): Map<string, StackResource> {
  const services = new Map<string, StackResource>();
  const encrypted = (type: string, property: string) =>
    stack.ofType(type).filter((user) => usesKey(stack, user, property, key));
  for (const group of encrypted(groupType, "kmsKeyId")) services.set("logs.amazonaws.com", group);
  for (const target of [...encrypted(topicType, "kmsMasterKeyId"), ...encrypted(queueType, "kmsMasterKeyId")]) {
    if (stack.ofType(alarmType).some((alarm) => sendsTo(stack, alarm, ["alarmActions", "okActions"], target))) {
      services.set("cloudwatch.amazonaws.com", target);
    }
    if (stack.ofType(targetType).some((event) => sendsTo(stack, event, ["arn", "deadLetterConfig"], target))) {
      services.set("events.amazonaws.com", target);
    }
  }
  return services;
}

function usesKey(stack: StackIndex, user: StackResource, property: string, key: StackResource): boolean {
  if (stack.refersTo(user, property, key)) return true;
  const aliases = stack.linked([aliasType], "targetKeyId", key);
  return aliases.some((alias) => stack.refersTo(user, property, alias));
}

function sendsTo(stack: StackIndex, sender: StackResource, properties: string[], target: StackResource): boolean {
  const arn = target.props.at("arn").raw;
  return properties.some((property) => {
    if (sender.propertyDependencies[property]?.some(({ urn }) => urn === target.urn)) return true;
    return typeof arn === "string" && JSON.stringify(sender.props.at(property).raw ?? null).includes(arn);
  });
}
