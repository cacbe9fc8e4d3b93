import { strict as assert } from "node:assert";
import { RegistryBaseline } from "../../../../infra/components/registry/registryBaseline";
import { keyArn, startMocks } from "../../../support/mocks";
import type { Recorder } from "../../../support/mocks";
import { valueOf } from "../../../support/outputs";

const cache = { prefix: "ecr-public", upstreamRegistryUrl: "public.ecr.aws" };
const template = "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate";

describe("RegistryBaseline", () => {
  let recorder: Recorder;
  const create = async (args: object = {}, preview = false) => {
    recorder = await startMocks({ preview });
    const baseline = new RegistryBaseline("registry", { encryptionKeyArn: keyArn, ...args });
    await recorder.settled();
    return baseline;
  };

  it("scans every push and touches nothing else by default", async () => {
    await create();
    assert.deepEqual(recorder.names(), ["registry", "registry-scanner", "registry-scanning"]);
    const { inputs } = recorder.named("registry-scanning");
    assert.equal(inputs.scanType, "BASIC");
    assert.deepEqual(inputs.rules, [
      { scanFrequency: "SCAN_ON_PUSH", repositoryFilters: [{ filter: "*", filterType: "WILDCARD" }] },
    ]);
  });

  it("switches Inspector on for enhanced scanning", async () => {
    await create({ scanType: "ENHANCED" });
    assert.deepEqual(recorder.named("registry-inspector").inputs, {
      accountIds: ["123456789012"],
      resourceTypes: ["ECR"],
    });
    assert.equal(recorder.named("registry-scanning").inputs.rules[0].scanFrequency, "CONTINUOUS_SCAN");
    assert.equal(recorder.ofType("aws:ecr/accountSetting:AccountSetting").length, 0);
  });

  it("gives each cache a rule and an encrypted, immutable template", async () => {
    const baseline = await create({ pullThroughCaches: [cache] });
    const { inputs } = recorder.one(template);
    assert.equal(inputs.prefix, "ecr-public");
    assert.deepEqual(inputs.appliedFors, ["PULL_THROUGH_CACHE"]);
    assert.deepEqual(inputs.encryptionConfigurations, [{ encryptionType: "KMS", kmsKey: keyArn }]);
    assert.equal(inputs.imageTagMutability, "IMMUTABLE");
    assert.ok(JSON.parse(inputs.lifecyclePolicy).rules.length > 0);
    assert.equal(
      recorder.one("aws:ecr/pullThroughCacheRule:PullThroughCacheRule").inputs.ecrRepositoryPrefix,
      "ecr-public",
    );
    assert.deepEqual(await valueOf(baseline.cachePrefixes), ["ecr-public"]);
  });

  it("carries its own repositories to other registries", async () => {
    await create({ replicateTo: [{ region: "eu-central-1", account: "210987654321" }] });
    const { inputs } = recorder.one("aws:ecr/replicationConfiguration:ReplicationConfiguration");
    assert.deepEqual(inputs.replicationConfiguration.rules, [
      {
        destinations: [{ region: "eu-central-1", registryId: "210987654321" }],
        repositoryFilters: [{ filter: "container-delivery/", filterType: "PREFIX_MATCH" }],
      },
    ]);
    assert.equal(recorder.ofType(template).length, 0);
  });

  it("accepts replicas of named accounts into templated repositories", async () => {
    await create({ replicateFrom: ["210987654321"] });
    const { Statement } = JSON.parse(recorder.one("aws:ecr/registryPolicy:RegistryPolicy").inputs.policy);
    assert.deepEqual(Statement[0].Principal, { AWS: ["arn:aws:iam::210987654321:root"] });
    assert.equal(Statement[0].Resource, "arn:aws:ecr:eu-west-1:123456789012:repository/container-delivery/*");
    const { inputs } = recorder.one(template);
    assert.deepEqual(inputs.appliedFors, ["REPLICATION"]);
    assert.equal(inputs.imageTagMutability, "IMMUTABLE_WITH_EXCLUSION");
  });

  it("signs its own repositories when asked", async () => {
    const baseline = await create({ signImages: true });
    const { inputs } = recorder.one("aws:cloudcontrol/resource:Resource");
    assert.equal(inputs.typeName, "AWS::ECR::SigningConfiguration");
    assert.deepEqual(JSON.parse(inputs.desiredState), {
      Rules: [
        {
          SigningProfileArn: await valueOf(baseline.signingProfileArn),
          RepositoryFilters: [{ Filter: "container-delivery/*", FilterType: "WILDCARD_MATCH" }],
        },
      ],
    });
    assert.match(recorder.one("aws:signer/signingProfile:SigningProfile").inputs.name, /^\w+$/);
  });

  it("declares what its role may do before any ARN is known", async () => {
    await create({ pullThroughCaches: [cache] }, true);
    const { statements } = recorder.one("container-delivery:index:RegistryBaseline").inputs;
    assert.deepEqual(statements[0].resources, ["arn:aws:ecr:eu-west-1:123456789012:repository/ecr-public/*"]);
    assert.deepEqual(statements[1].resources, ["arn:aws:kms:eu-west-1:123456789012:key/<generated>"]);
  });

  it("declares nothing when there is no role", async () => {
    await create();
    assert.deepEqual(recorder.one("container-delivery:index:RegistryBaseline").inputs.statements, []);
    assert.equal(recorder.ofType("aws:iam/role:Role").length, 0);
  });

  it("refuses a cache that ECR would refuse", () => {
    const pullThroughCaches = [{ prefix: "docker-hub", upstreamRegistryUrl: "registry-1.docker.io" }];
    assert.throws(
      () => new RegistryBaseline("registry", { encryptionKeyArn: keyArn, pullThroughCaches }),
      /`pullThroughCaches` is .*docker-hub.* Set `credentialArn` to a secret whose name begins with ecr-pullthroughcache\//,
    );
  });
});
