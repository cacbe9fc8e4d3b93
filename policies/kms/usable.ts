import { readResourceDocument } from "../documents/resourceDocument";
import type { Control } from "../shared/control";
import { Node } from "../shared/node";
import { letsIn } from "./admission";
import { encrypted, encryptedWith } from "./encryptedData";
import { grantType, keyPolicyType, keyType } from "./keyDocument";
import { aliasType, KeyNames } from "./keyNames";
import { describeUse } from "./keyUse";
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
      const names = new KeyNames(stack, key);
      const uses = [...encryptedWith(stack, names), ...messagesWith(stack, names), ...volumesWith(stack, names)];
      if (policy.isAbsent || uses.length === 0) return;
      const told = new Set<string>();
      const node = new Node(policy.raw, "policy");
      const document = readResourceDocument(node, report, { tellsFaults: false });
      if (!document) return;
      for (const use of uses) {
        report.each([node], () => {
          if (told.has(use.service) || letsIn(document, use)) return;
          if (use.service === scalingService && scalesByGrant(stack, key)) return;
          report.violation({ at: "policy", ...describeUse(use), detail: use.service });
          told.add(use.service);
        });
      }
    });
  },
};
