import { strict as assert } from "node:assert";
import * as grpc from "@grpc/grpc-js";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import * as empty from "google-protobuf/google/protobuf/empty_pb";
import { createRequire } from "node:module";
import { Store } from "../../../local/aws/store";
import { secret, UNKNOWN } from "../../../local/aws/values";
import { BUCKET, Engine, REPOSITORY, ROLE, temporarySandbox, urnOf } from "./standIn";

describe("the stand-in provider on the wire", () => {
  const sandbox = temporarySandbox();
  let engine: Engine;
  before(async () => {
    engine = await Engine.start(sandbox.environment);
  });
  after(() => {
    engine.close();
    sandbox.remove();
  });

  it("accepts secrets and previews", async () => {
    const handshake = (
      await engine.call<pb.ProviderHandshakeResponse>("handshake", new pb.ProviderHandshakeRequest())
    ).toObject();
    assert.deepEqual([handshake.acceptSecrets, handshake.acceptResources, handshake.acceptOutputs], [true, true, true]);
    const configured = (await engine.configure({ region: "eu-west-1" })).toObject();
    assert.deepEqual([configured.supportspreview, configured.acceptsecrets], [true, true]);
  });

  it("reports the installed package's version", async () => {
    const info = await engine.call<{ getVersion(): string }>("getPluginInfo", new empty.Empty());
    const installed = createRequire(__filename)("@pulumi/aws/package.json") as { version: string };
    assert.equal(info.getVersion(), installed.version);
  });

  it("answers what it does not implement with code 12", async () => {
    const construct = engine.call("construct", new pb.ConstructRequest());
    await assert.rejects(construct, { code: grpc.status.UNIMPLEMENTED });
  });

  it("gives Pulumi's tools the package's schema", async () => {
    const response = await engine.call<pb.GetSchemaResponse>("getSchema", new pb.GetSchemaRequest());
    const schema = JSON.parse(response.getSchema()) as { name: string; resources: object };
    assert.equal(schema.name, "aws");
    assert.ok(REPOSITORY in schema.resources);
  });

  it("leaves exactly the computed outputs unknown in preview", async () => {
    const inputs = await engine.checked(REPOSITORY, "app", { name: "app" });
    const { outputs } = await engine.create(REPOSITORY, "app", inputs, true);
    const unknown = Object.keys(outputs).filter((name) => outputs[name] === UNKNOWN);
    assert.deepEqual(unknown.sort(), ["arn", "registryId", "repositoryUrl"]);
    assert.equal(outputs["region"], "eu-west-1");
    assert.equal((await engine.read(REPOSITORY, "app", "app")).id, "", "a preview creates nothing");
  });

  it("creates, reads, updates and deletes", async () => {
    const { id, inputs, outputs } = await engine.make(REPOSITORY, "web", { name: "web", tags: { a: "1" } });
    assert.equal(id, "web");
    assert.equal(outputs["repositoryUrl"], "123456789012.dkr.ecr.eu-west-1.amazonaws.com/web");
    const news = await engine.checked(REPOSITORY, "web", { name: "web", tags: { a: "2" } }, inputs);
    const updated = await engine.update(REPOSITORY, "web", id, inputs, news);
    assert.deepEqual([updated["tagsAll"], updated["arn"]], [{ a: "2" }, outputs["arn"]]);
    assert.deepEqual((await engine.read(REPOSITORY, "web", id)).outputs, updated);
    await engine.delete(REPOSITORY, "web", id);
    assert.equal((await engine.read(REPOSITORY, "web", id)).id, "");
    await engine.delete(REPOSITORY, "web", id);
  });

  it("leaves in the account what is not to be destroyed, and counts on from there", async () => {
    const type = "aws:ecs/taskDefinition:TaskDefinition";
    const given = { family: "web", containerDefinitions: "[]", skipDestroy: true };
    const { id, inputs, outputs } = await engine.make(type, "task", given);
    await engine.delete(type, "task", id, inputs);
    const { pendings } = new Store(sandbox.directory, "123456789012");
    assert.equal(pendings.find(urnOf(type, "task")), undefined);
    assert.equal((await engine.read(type, "task", id)).outputs["arn"], outputs["arn"]);
    const next = await engine.make(type, "task", given);
    assert.deepEqual([outputs["revision"], next.outputs["revision"]], [1, 2]);
  });

  it("keeps secrets secret in outputs and in what it reads back", async () => {
    const type = "aws:ssm/parameter:Parameter";
    const { id, outputs } = await engine.make(type, "token", {
      name: "/token",
      type: "SecureString",
      value: secret("s3cret"),
    });
    assert.deepEqual(outputs["value"], secret("s3cret"));
    assert.deepEqual((await engine.read(type, "token", id)).outputs["value"], secret("s3cret"));
  });

  it("imports by id with the inputs that were given", async () => {
    const { id } = await engine.make(ROLE, "imported", { name: "imported", assumeRolePolicy: "{}" });
    const { inputs } = await engine.read(ROLE, "other", id);
    assert.deepEqual([inputs["name"], inputs["assumeRolePolicy"]], ["imported", "{}"]);
    assert.equal("arn" in inputs, false);
  });

  it("turns refusals into check failures and errors with AWS's code", async () => {
    const refused = await Engine.start(sandbox.environment, (call) =>
      call.operation === "delete"
        ? [{ code: "BucketNotEmpty", message: "it holds objects" }]
        : [{ code: "InvalidBucketName", message: `'${call.inputs["bucket"]}' is not a name`, property: "bucket" }],
    );
    const response = await refused.check(BUCKET, "b", { bucket: "A" });
    assert.deepEqual(response.toObject().failuresList, [
      { property: "bucket", reason: "InvalidBucketName: 'A' is not a name" },
    ]);
    const { id } = await engine.make(BUCKET, "full", {});
    await assert.rejects(refused.delete(BUCKET, "full", id), {
      details: `deleting ${BUCKET} (${id}): BucketNotEmpty: it holds objects`,
    });
    refused.close();
  });

  it("names the type that it does not know", async () => {
    await assert.rejects(
      engine.check("aws:ecr/nothing:Nothing", "x", {}),
      /'aws:ecr\/nothing:Nothing' is not in @pulumi\/aws/,
    );
  });

  it("wants a region", async () => {
    const request = new pb.CheckRequest().setUrn(urnOf("pulumi:providers:aws", "default"));
    const response = await engine.call<pb.CheckResponse>("checkConfig", request);
    assert.equal(response.getFailuresList()[0]?.getProperty(), "region");
  });
});
