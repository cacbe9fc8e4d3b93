import { strict as assert } from "node:assert";
import { ecrCreationTemplate } from "../../../policies/ecr/creationTemplate";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate";
const selection = { tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber: 7 };
const lifecycle = JSON.stringify({ rules: [{ rulePriority: 1, selection, action: { type: "expire" } }] });
const good = {
  encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: unknown }],
  imageTagMutability: "IMMUTABLE",
  lifecyclePolicy: lifecycle,
};

describe("ecr-creation-template", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes a template with everything", { ...good }, []],
    [
      "refuses an empty template",
      {},
      ["violation encryptionConfigurations", "violation imageTagMutability", "violation lifecyclePolicy"],
    ],
    [
      "refuses the AWS managed key",
      { ...good, encryptionConfigurations: [{ encryptionType: "KMS" }] },
      ["violation encryptionConfigurations[0].kmsKey"],
    ],
    ["refuses mutable tags", { ...good, imageTagMutability: "MUTABLE" }, ["violation imageTagMutability"]],
    [
      "refuses a lifecycle policy that keeps leftovers",
      { ...good, lifecyclePolicy: '{"rules":[]}' },
      ["violation lifecyclePolicy"],
    ],
    [
      "refuses a public policy",
      { ...good, repositoryPolicy: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"ecr:BatchGetImage"}]}' },
      ["violation repositoryPolicy.Statement[0].Principal"],
    ],
    [
      "cannot decide an unknown part, and still judges the rest",
      { ...good, lifecyclePolicy: unknown, imageTagMutability: "MUTABLE" },
      ["violation imageTagMutability", "undecided lifecyclePolicy"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecrCreationTemplate, { type, props })), expected);
    });
  }
});
