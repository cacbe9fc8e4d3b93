import { strict as assert } from "node:assert";
import { runProgram } from "../support/program";
import type { ProgramRun } from "../support/program";
import { valueOf } from "../support/outputs";

const components = ({ recorder }: ProgramRun) =>
  recorder
    .types()
    .filter((type) => type.startsWith("container-delivery:"))
    .map((type) => type.split(":").pop());

// awsx is one resource under mocks; the children of its VPC come on top.
describe("program", () => {
  let dev: ProgramRun;
  let prod: ProgramRun;
  before(async function () {
    this.timeout(60_000);
    dev = await runProgram("dev");
    prod = await runProgram("prod");
  });

  it("builds in dev", () => {
    assert.deepEqual(components(dev), [
      "ArtifactBucket",
      "EncryptionKey",
      "FargateService",
      "ImageBuild",
      "ImageRepository",
      "Network",
      "RegistryBaseline",
      "ReleasePipeline",
      "ServiceMonitoring",
    ]);
  });

  it("builds nothing in prod and has no registry or repository of its own", () => {
    assert.deepEqual(components(prod), [
      "ArtifactBucket",
      "EncryptionKey",
      "FargateService",
      "Network",
      "ReleasePipeline",
      "ServiceMonitoring",
    ]);
    assert.deepEqual(
      prod.recorder.types().filter((type) => type.startsWith("aws:ecr/")),
      [],
    );
  });

  it("uses one explicit provider, bound to region and account, with the required tags", () => {
    for (const { recorder } of [dev, prod]) {
      const { inputs } = recorder.one("pulumi:providers:aws");
      assert.equal(inputs.region, "eu-west-1");
      assert.deepEqual(JSON.parse(inputs.allowedAccountIds), ["123456789012"]);
      assert.deepEqual(Object.keys(JSON.parse(inputs.defaultTags).tags).sort(), ["cost", "env", "owner"]);
      const strays = recorder.resources.filter(({ type, provider }) => /^aws:/.test(type) && !/::aws::/.test(provider));
      assert.deepEqual(
        strays.map(({ name }) => name),
        [],
      );
    }
  });

  it("gives every resource a component as parent", () => {
    for (const { recorder } of [dev, prod]) {
      const orphans = recorder.resources.filter(
        ({ type, parent }) => /^awsx?:/.test(type) && !/container-delivery:/.test(parent),
      );
      assert.deepEqual(
        orphans.map(({ name }) => name),
        [],
      );
    }
  });

  it("protects keys and buckets in prod, and nothing in dev", () => {
    const protectedTypes = ({ recorder }: ProgramRun) =>
      [...new Set(recorder.resources.filter(({ protect }) => protect).map(({ type }) => type.split("/")[0]))].sort();
    assert.deepEqual(protectedTypes(prod), [
      "aws:kms",
      "aws:s3",
      "container-delivery:index:ArtifactBucket",
      "container-delivery:index:EncryptionKey",
    ]);
    assert.deepEqual(protectedTypes(dev), []);
  });

  it("waits for an approval in prod only", () => {
    const categories = ({ recorder }: ProgramRun) =>
      JSON.stringify(recorder.one("aws:codepipeline/pipeline:Pipeline").inputs.stages);
    assert.match(categories(prod), /"category":"Approval"/);
    assert.doesNotMatch(categories(dev), /"category":"Approval"/);
  });

  it("lets prod's tasks talk to endpoints only", () => {
    const rules = prod.recorder.ofType("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule");
    assert.deepEqual(
      rules.filter(({ inputs }) => inputs.cidrIpv4 === "0.0.0.0/0").map(({ name }) => name),
      [],
    );
  });

  it("tells where everything is and what to do next", async () => {
    assert.equal(
      await valueOf(dev.outputs.repositoryUrl as never),
      "123456789012.dkr.ecr.eu-west-1.amazonaws.com/container-delivery/app",
    );
    for (const output of ["serviceUrl", "pipelineUrl", "dashboardUrl"]) {
      assert.match(await valueOf(dev.outputs[output] as never), /^https:\/\//);
    }
    assert.match(await valueOf(dev.outputs.nextStep as never), /\w/);
  });

  it("is as large as a person can still survey", () => {
    for (const { recorder } of [dev, prod]) {
      const count = recorder.resources.length;
      assert.ok(count >= 60 && count <= 130, String(count));
    }
  });
});
