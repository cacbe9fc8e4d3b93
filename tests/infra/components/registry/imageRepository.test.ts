import { strict as assert } from "node:assert";
import { ImageRepository } from "../../../../infra/components/registry/imageRepository";
import { keyArn, startMocks } from "../../../support/mocks";
import type { Recorder } from "../../../support/mocks";
import { valueOf } from "../../../support/outputs";

const token = "aws:ecr/repository:Repository";

describe("ImageRepository", () => {
  let recorder: Recorder;
  const create = async (args: object = {}) => {
    recorder = await startMocks();
    const repository = new ImageRepository("images", { encryptionKeyArn: keyArn, ...args });
    await recorder.settled();
    return repository;
  };

  it("creates a repository with a lifecycle and no policy", async () => {
    await create();
    assert.deepEqual(recorder.names(), ["images", "images-lifecycle", "images-repository"]);
    assert.match(recorder.one(token).parent, /container-delivery:index:ImageRepository::images$/);
  });

  it("encrypts with the key and scans every push", async () => {
    await create();
    const { inputs } = recorder.one(token);
    assert.deepEqual(inputs.encryptionConfigurations, [{ encryptionType: "KMS", kmsKey: keyArn }]);
    assert.deepEqual(inputs.imageScanningConfiguration, { scanOnPush: true });
  });

  it("lets only pointers and caches move", async () => {
    await create();
    const { inputs } = recorder.one(token);
    assert.equal(inputs.imageTagMutability, "IMMUTABLE_WITH_EXCLUSION");
    assert.deepEqual(inputs.imageTagMutabilityExclusionFilters, [
      { filter: "promoted", filterType: "WILDCARD" },
      { filter: "env-*", filterType: "WILDCARD" },
      { filter: "buildcache*", filterType: "WILDCARD" },
    ]);
  });

  it("keeps its images unless told otherwise", async () => {
    await create();
    assert.equal(recorder.one(token).inputs.forceDelete, false);
    await create({ forceDelete: true });
    assert.equal(recorder.one(token).inputs.forceDelete, true);
  });

  it("keeps as many builds as asked", async () => {
    await create({ keepReleases: 12, keepUntaggedDays: 3 });
    const { rules } = JSON.parse(recorder.one("aws:ecr/lifecyclePolicy:LifecyclePolicy").inputs.policy);
    assert.equal(rules[2].selection.countNumber, 12);
    assert.equal(rules[4].selection.countNumber, 3);
  });

  it("lets other accounts pull and nothing more", async () => {
    await create({ pullAccounts: ["210987654321"] });
    const policy = JSON.parse(recorder.one("aws:ecr/repositoryPolicy:RepositoryPolicy").inputs.policy);
    assert.deepEqual(policy.Statement, [
      {
        Sid: "PullFromOtherAccounts",
        Effect: "Allow",
        Principal: { AWS: ["arn:aws:iam::210987654321:root"] },
        Action: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      },
    ]);
  });

  it("takes its name from the caller, else from project, stack and component", async () => {
    assert.equal(await valueOf((await create()).repositoryName), "container-delivery-dev-images");
    const named = await create({ repositoryName: "team/app" });
    assert.equal(await valueOf(named.repositoryName), "team/app");
    assert.equal(await valueOf(named.repositoryUrl), "123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app");
  });

  const refused: [string, object, RegExp][] = [
    [
      "a name with capitals",
      { repositoryName: "Team/App" },
      /`repositoryName` is "Team\/App". Use 2 to 256 lower-case/,
    ],
    ["to keep a single build", { keepReleases: 1 }, /`keepReleases` is 1. Set it to a whole number from 2 to 1000./],
    [
      "an account that is none",
      { pullAccounts: ["prod"] },
      /`pullAccounts` is \["prod"\]. List account ids of 12 digits/,
    ],
    ["an empty list of accounts", { pullAccounts: [] }, /`pullAccounts` is \[\]/],
  ];
  for (const [what, args, message] of refused) {
    it(`refuses ${what} at once`, () => {
      assert.throws(() => new ImageRepository("images", { encryptionKeyArn: keyArn, ...args }), message);
    });
  }
});
