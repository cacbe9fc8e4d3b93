import { servicePrincipals } from "../documents/principals";
import { readResourceDocument } from "../documents/resourceDocument";
import type { Control } from "../shared/control";
import { Node } from "../shared/node";
import { allowsAction, keyPolicyType, keyType } from "./keyDocument";
import { aliasType, groupType, queueType, senders, servicesOf, topicType } from "./keyUsers";

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
    ...Object.fromEntries(senders.map(({ type, properties }) => [type, properties])),
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
