import { readResourceDocument } from "../documents/resourceDocument";
import type { Control } from "../shared/control";
import { Node } from "../shared/node";
import { letsIn } from "./admission";
import { encrypted, encryptedWith } from "./encryptedData";
import { grantType, keyPolicyType, keyType } from "./keyDocument";
import { aliasType } from "./keyNames";
import type { KeyUse } from "./keyUse";
import { scalesByGrant, scalingGroupType, scalingService, templateType, volumesWith } from "./scaledVolumes";
import { messagesWith, queueType, senders, topicType } from "./senders";

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
    [grantType]: ["keyId", "granteePrincipal"],
    [topicType]: ["kmsMasterKeyId"],
    [queueType]: ["kmsMasterKeyId"],
    [templateType]: ["blockDeviceMappings.ebs.kmsKeyId"],
    [scalingGroupType]: ["launchTemplate", "mixedInstancesPolicy"],
    ...Object.fromEntries(encrypted.map(({ type, path }) => [type, [path.join(".")]])),
    ...Object.fromEntries(senders.map(({ type, properties }) => [type, properties])),
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(keyType), (key) => {
      const policy = stack.linked([keyPolicyType], "keyId", key)[0]?.props.at("policy") ?? key.props.at("policy");
      if (policy.isAbsent) return;
      const uses = [...encryptedWith(stack, key), ...messagesWith(stack, key), ...volumesWith(stack, key)];
      const byService = new Map(uses.map((use) => [`${use.service} ${use.sendsNoSource ?? false}`, use]));
      if (byService.size === 0) return;
      const node = new Node(policy.raw, "policy");
      const document = readResourceDocument(node, report, { tellsFaults: false });
      if (!document) return;
      for (const use of byService.values()) {
        report.each([node], () => {
          if (letsIn(document, use) || (use.service === scalingService && scalesByGrant(stack, key))) return;
          report.violation({ at: "policy", ...describe(use), detail: use.service });
        });
      }
    });
  },
};

function describe({ service, user, actions, sendsNoSource }: KeyUse): { what: string; fix: string } {
  return {
    what: `The key's policy does not let ${service} in, which ${user.name} (${user.type}) makes use the key`,
    fix: `Allow ${service} ${actions.join(", ")}${sendsNoSource ? ", without a condition on its source" : ""}.`,
  };
}
