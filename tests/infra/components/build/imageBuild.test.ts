import { strict as assert } from "node:assert";
import { ImageBuild } from "../../../../infra/components/build/imageBuild";
import { keyArn, startMocks } from "../../../support/mocks";
import type { MockOptions, Recorder } from "../../../support/mocks";
import { isKnown, valueOf } from "../../../support/outputs";

const projectName = "container-delivery-dev-build";
const generatedKey = "arn:aws:kms:eu-west-1:123456789012:key/<generated>";

describe("ImageBuild", () => {
  let recorder: Recorder;
  const create = async (args: object = {}, options: MockOptions = {}) => {
    recorder = await startMocks(options);
    const build = new ImageBuild("build", {
      repositoryName: "web",
      encryptionKeyArn: keyArn,
      artifactBucketName: "artifacts",
      ...args,
    });
    await recorder.settled();
    return build;
  };
  const project = () => recorder.one("aws:codebuild/project:Project").inputs;
  const intent = () => recorder.one("container-delivery:index:ImageBuild").inputs.statements;

  it("creates a project, its role, its log group and its report group, and nothing else", async () => {
    await create();
    assert.deepEqual(recorder.names(), [
      "build",
      "build-logs",
      "build-project",
      "build-reports",
      "build-role",
      "build-role-policy",
    ]);
    for (const { type, parent } of recorder.resources.filter((resource) => resource.type.startsWith("aws:"))) {
      assert.match(parent, /container-delivery:index:ImageBuild::build$/, type);
    }
  });

  it("encrypts everything that it stores with the key", async () => {
    await create();
    assert.equal(project().encryptionKey, keyArn);
    assert.equal(project().artifacts.encryptionDisabled, false);
    const log = recorder.one("aws:cloudwatch/logGroup:LogGroup").inputs;
    assert.deepEqual([log.name, log.kmsKeyId], [`/aws/codebuild/${projectName}`, keyArn]);
    const { exportConfig, name } = recorder.one("aws:codebuild/reportGroup:ReportGroup").inputs;
    assert.equal(name, `${projectName}-tests`);
    assert.equal(exportConfig.s3Destination.encryptionKey, keyArn);
    assert.equal(exportConfig.s3Destination.encryptionDisabled, false);
  });

  it("builds on the architecture that the image is for", async () => {
    await create();
    assert.equal(project().environment.type, "ARM_CONTAINER");
    await create({ architecture: "X86_64" });
    assert.equal(project().environment.type, "LINUX_CONTAINER");
    assert.equal(project().environment.image, "aws/codebuild/standard:8.0");
    assert.ok(project().environment.environmentVariables.some((one: { value: string }) => one.value === "linux/amd64"));
  });

  it("hands values to the build as plain environment variables", async () => {
    await create({ scanGate: { maximumHighFindings: 3 }, source: { dockerfile: "docker/Dockerfile" } });
    const variables = project().environment.environmentVariables;
    assert.ok(variables.every((variable: { type: string }) => variable.type === "PLAINTEXT"));
    const values = Object.fromEntries(variables.map((one: { name: string; value: string }) => [one.name, one.value]));
    assert.equal(values.REPOSITORY_URI, "123456789012.dkr.ecr.eu-west-1.amazonaws.com/web");
    assert.equal(values.MAXIMUM_HIGH, "3");
    assert.equal(values.MAXIMUM_CRITICAL, "0");
    assert.equal(values.DOCKERFILE, "docker/Dockerfile");
    assert.equal(values.RELEASE_TAG_PREFIX, "release-");
  });

  it("builds in a network only when given one", async () => {
    await create();
    assert.equal(project().vpcConfig, undefined);
    assert.ok(!JSON.stringify(intent()).includes("ec2:"));
    const vpc = { vpcId: "vpc-1", subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] };
    await create({ vpc });
    assert.deepEqual(project().vpcConfig, { vpcId: "vpc-1", subnets: ["subnet-1"], securityGroupIds: ["sg-1"] });
    assert.ok(JSON.stringify(intent()).includes("subnet/<generated>"));
  });

  it("lets only CodeBuild use the role, and only for this project", async () => {
    await create();
    const trust = JSON.parse(recorder.one("aws:iam/role:Role").inputs.assumeRolePolicy).Statement[0];
    assert.equal(trust.Principal.Service, "codebuild.amazonaws.com");
    assert.equal(
      trust.Condition.ArnLike["aws:SourceArn"],
      `arn:aws:codebuild:eu-west-1:123456789012:project/${projectName}`,
    );
  });

  it("declares the role's statements, with the key's generated id left out", async () => {
    await create();
    const granted = JSON.parse(recorder.one("aws:iam/rolePolicy:RolePolicy").inputs.policy).Statement;
    const declared = intent().map(({ sid, actions, resources }: Record<string, unknown>) => ({
      Sid: sid,
      Effect: "Allow",
      Action: actions,
      Resource: resources,
    }));
    assert.deepEqual(JSON.parse(JSON.stringify(granted).replaceAll(keyArn, generatedKey)), declared);
  });

  it("knows its names, its role and its intent in the first preview", async () => {
    const build = await create({}, { preview: true });
    assert.equal(await valueOf(build.projectName), projectName);
    assert.equal(await valueOf(build.roleArn), `arn:aws:iam::123456789012:role/${projectName}-role`);
    assert.ok(await isKnown(build.projectArn));
    assert.equal(intent().length, 7);
  });

  it("refuses an architecture and a folder that it cannot build", async () => {
    await assert.rejects(
      create({ architecture: "RISC" }),
      /`architecture` is "RISC"\. Set it to one of ARM64, X86_64\./,
    );
    await assert.rejects(
      create({ source: { contextDirectory: "../other" } }),
      /`source.contextDirectory` is "\.\.\/other"/,
    );
  });
});
