import { strict as assert } from "node:assert";
import { parseStack } from "../../../policies/cli/exportedStack";
import { secret } from "../../support/analyzer";
import { unknown } from "../../support/policy";

const stackUrn = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";
const provider = "urn:pulumi:dev::shop::pulumi:providers:aws::own";
const bucket = "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::artifacts";
const policy = "urn:pulumi:dev::shop::aws:s3/bucketPolicy:BucketPolicy::policy";
const states = [
  { urn: stackUrn, type: "pulumi:pulumi:Stack" },
  { urn: provider, type: "pulumi:providers:aws", inputs: { allowedAccountIds: '["123456789012"]' } },
  {
    urn: bucket,
    type: "aws:s3/bucket:Bucket",
    parent: stackUrn,
    provider: `${provider}::0a1b`,
    protect: true,
    inputs: { bucket: "artifacts" },
    outputs: { bucket: "artifacts", arn: "arn:aws:s3:::artifacts" },
    sourcePosition: "project:///infra/index.ts#12,3",
  },
  {
    urn: policy,
    type: "aws:s3/bucketPolicy:BucketPolicy",
    inputs: {
      bucket: "artifacts",
      policy: { ...secret(undefined), plaintext: '"{}"' },
      other: { ...secret(undefined), ciphertext: "v1:" },
    },
    dependencies: [bucket],
    propertyDependencies: { bucket: [bucket] },
    ignoreChanges: ["policy"],
  },
  { urn: bucket, type: "aws:s3/bucket:Bucket", delete: true, inputs: { bucket: "old" } },
];
const exported = JSON.stringify({ version: 3, deployment: { resources: states } });
const previewed = (steps: object[], more: object = {}) => JSON.stringify({ steps, ...more });

describe("an exported stack", () => {
  it("gives resources with inputs, options, provider and names", () => {
    const { resources, project, stack, preview } = parseStack(exported);
    assert.deepEqual([project, stack, preview], ["shop", "dev", false]);
    const made = resources[2];
    assert.equal(made?.name, "artifacts");
    assert.deepEqual(made.props.raw, { bucket: "artifacts" });
    assert.deepEqual(made.opts, { protect: true, ignoreChanges: [], parent: stackUrn });
    assert.equal(made.provider?.props.at("allowedAccountIds").raw, '["123456789012"]');
  });

  it("leaves out what waits for its deletion", () => {
    assert.equal(parseStack(exported).resources.length, 4);
  });

  it("links the whole stack, with outputs and parents", () => {
    const { index } = parseStack(exported);
    const [made] = index.ofType("aws:s3/bucket:Bucket");
    assert.equal(made?.parent?.urn, stackUrn);
    assert.equal(made.props.at("arn").raw, "arn:aws:s3:::artifacts");
    assert.deepEqual(
      index.linked(["aws:s3/bucketPolicy:BucketPolicy"], "bucket", made).map(({ urn }) => urn),
      [policy],
    );
  });

  it("opens secrets in plain text, takes encrypted ones as unknown, and knows both as secret", () => {
    const made = parseStack(exported).resources[3];
    assert.deepEqual(made?.props.raw, { bucket: "artifacts", policy: "{}", other: unknown });
    assert.deepEqual([...(made.secrets ?? [])], ["policy", "other"]);
  });

  it("knows where the program made a resource", () => {
    assert.deepEqual(parseStack(exported).sources.get(bucket), { file: "infra/index.ts", line: 12, column: 3 });
  });

  it("is read from a checkpoint of a file backend, too", () => {
    const checkpoint = JSON.stringify({ version: 3, checkpoint: { latest: { resources: states } } });
    assert.equal(parseStack(checkpoint).resources.length, 4);
  });
});

describe("a preview as JSON", () => {
  const created = { op: "create", newState: { ...states[2], inputs: { bucket: "[secret]", tags: unknown } } };

  it("gives the new state of what is created, and its configuration", () => {
    const steps = [{ op: "same", newState: states[0] }, created, { op: "delete", oldState: states[3] }];
    const parsed = parseStack(previewed(steps, { config: { "aws:region": "eu-west-1" } }));
    assert.equal(parsed.preview, true);
    assert.deepEqual(parsed.config, { "aws:region": "eu-west-1" });
    assert.deepEqual(
      parsed.resources.map(({ name }) => name),
      ["shop-dev", "artifacts"],
    );
  });

  it("takes a hidden secret as unknown and secret", () => {
    const made = parseStack(previewed([created])).resources[0];
    assert.deepEqual(made?.props.raw, { bucket: unknown, tags: unknown });
    assert.deepEqual([...(made.secrets ?? [])], ["bucket"]);
  });

  it("takes a replacement once", () => {
    const steps = ["create-replacement", "replace", "delete-replaced"].map((op) => ({ op, newState: states[2] }));
    assert.equal(parseStack(previewed(steps)).resources.length, 1);
  });

  it("is told to be incomplete when it leaves out unchanged resources", () => {
    const steps = [{ op: "same", newState: states[0] }];
    assert.deepEqual(parseStack(previewed(steps, { changeSummary: { same: 40 } })).gaps.length, 1);
    assert.deepEqual(
      parseStack(previewed([...steps, { op: "same", newState: states[2] }], { changeSummary: { same: 2 } })).gaps,
      [],
    );
  });
});

describe("another file", () => {
  it("is refused with the commands that make the right one", () => {
    assert.throws(() => parseStack("{}"), /neither an exported stack nor a preview\. Use `pulumi stack export`/);
    assert.throws(() => parseStack("resources:"), /The file is no JSON/);
  });
});
