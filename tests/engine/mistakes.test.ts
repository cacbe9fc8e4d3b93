import { strict as assert } from "node:assert";
import { engineWorkspace, violations } from "../support/engine";
import type { EngineResult, EngineWorkspace } from "../support/engine";
import type { PolicyViolation } from "../support/engineEvents";
import { mistakenProgram } from "./mistakenProgram";

/** Each resource with a mistake, and what is said about it: control, property, value, why and fix. */
const expected: Record<string, Record<string, RegExp>> = {
  images: {
    "ecr-scan-on-push":
      /not scanned when they are pushed at imageScanningConfiguration.scanOnPush. Set `imageScanningConfiguration.scanOnPush` to `true`/,
    "ecr-kms-cmk":
      /key that AWS owns at encryptionConfigurations. Set `encryptionConfigurations` to `\[{ encryptionType: "KMS", kmsKey/,
  },
  artifacts: {
    "s3-kms":
      /encrypted with keys that S3 manages. Encrypt it with `sseAlgorithm` `aws:kms`, `kmsMasterKeyId` your own/,
    "s3-tls-only": /answers over plain HTTP at policy. Deny `s3:\*` .* while `aws:SecureTransport` is false/,
  },
  alarms: { "sns-kms": /not encrypted at kmsMasterKeyId. Set `kmsMasterKeyId` to the ARN of a customer managed key/ },
  logs: { "logs-kms": /key that AWS owns at kmsKeyId. Set `kmsKeyId` to the ARN of a customer managed key/ },
  bastion: {
    "sg-ingress-open":
      /lets the whole world in at ingress\[0\].cidrBlocks\[0\] \("0.0.0.0\/0"\). Name the security group or range that needs it/,
  },
  storage: {
    "iam-no-service-wildcard": /allows all of s3: .* at policy.Statement\[0\].Action \("s3:\*"\). List the actions/,
    "iam-no-star-resource":
      /on every resource at policy.Statement\[0\].Resource \("\*"\). Name the resources: `.*arn:aws:s3:::/,
  },
  handover: {
    "iam-passrole-exact":
      /not the ARN of one role at policy.Statement\[0\].Resource \("\*"\). Name the role: `.*:role\//,
    "iam-passrole-service":
      /to any service at policy.Statement\[0\].Action \("iam:PassRole"\). Name the service, .*PassedToService/,
    "iam-no-star-resource":
      /iam:PassRole on every resource at policy.Statement\[0\].Resource \("\*"\). Name the resources/,
  },
  task: {
    "ecs-env-secrets":
      /DB_PASSWORD holds a secret in plain text at containerDefinitions\[0\].environment\[0\].value. Name the secret in `secrets`/,
  },
  public: {
    "ecs-no-public-ip":
      /reached from the internet at networkConfiguration.assignPublicIp \(true\). Set `networkConfiguration.assignPublicIp` to `false`/,
  },
  web: { "alb-https": /answers plain HTTP at protocol \("HTTP"\). Set `protocol` to `HTTPS`/ },
};

describe("the mistakes of a new user", function () {
  this.timeout(600_000);
  let workspace: EngineWorkspace;
  let preview: EngineResult;
  let mandatory: PolicyViolation[];
  before(async () => {
    workspace = await engineWorkspace({ program: mistakenProgram, policyPacks: ["policies"] });
    preview = await workspace.preview();
    mandatory = violations(preview.events).filter(({ enforcementLevel }) => enforcementLevel === "mandatory");
  });
  after(() => workspace.dispose());

  const about = (name: string) => mandatory.filter(({ resourceUrn }) => resourceUrn?.endsWith(`::${name}`));

  it("stop the preview", () => {
    assert.notEqual(preview.code, 0);
    assert.match(preview.stdout, /error: preview failed/);
  });

  it("are all that stops it", () => {
    const names = mandatory.map(({ resourceUrn }) => resourceUrn?.split("::").at(-1));
    assert.deepEqual([...new Set(names)].sort(), Object.keys(expected).sort());
  });

  for (const [name, controls] of Object.entries(expected)) {
    it(`in ${name} are named by ${Object.keys(controls).join(", ")}`, () => {
      assert.deepEqual(
        about(name)
          .map(({ policyName }) => policyName)
          .sort(),
        Object.keys(controls).sort(),
      );
      for (const { policyName, message } of about(name)) assert.match(message, controls[policyName] as RegExp);
    });
  }

  it("are shown to whoever runs the preview, with resource, severity and a link", () => {
    assert.match(
      preview.stdout,
      /\[mandatory\] \[severity: critical\] {2}ecs-env-secrets {2}\(aws:ecs:TaskDefinition: task\)/,
    );
    for (const { message } of mandatory) {
      assert.match(message, /https:\/\/docs\.aws\.amazon\.com\/\S+\s*$/);
      assert.ok(preview.stdout.includes(message.trim()), message);
    }
  });

  it("don't make a secret known", () => {
    assert.equal(JSON.stringify(violations(preview.events)).includes("hunter2"), false);
  });
});
