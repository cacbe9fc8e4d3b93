import { strict as assert } from "node:assert";
import { containsUnknown, secret, UNKNOWN } from "../../../local/aws/values";
import { BUCKET, Engine, REPOSITORY, ROLE, temporarySandbox } from "./standIn";

describe("Check", () => {
  const sandbox = temporarySandbox();
  let engine: Engine;
  before(async () => {
    engine = await Engine.start(sandbox.environment, undefined, {
      region: "eu-west-1",
      defaultTags: JSON.stringify({ tags: { project: "p", stage: "dev" } }),
    });
  });
  after(() => {
    engine.close();
    sandbox.remove();
  });

  it("names with seven random digits and keeps the name on updates", async () => {
    const inputs = await engine.checked(BUCKET, "Logs", {});
    assert.match(String(inputs["bucket"]), /^logs-[0-9a-f]{7}$/);
    const again = await engine.checked(BUCKET, "Logs", { forceDestroy: true }, { ...inputs, bucket: "logs-1234567" });
    assert.equal(again["bucket"], "logs-1234567");
  });

  it("names anew when a given name is removed", async () => {
    const given = await engine.checked(REPOSITORY, "app", { name: "given" });
    const removed = await engine.checked(REPOSITORY, "app", {}, given);
    assert.match(String(removed["name"]), /^app-[0-9a-f]{7}$/);
  });

  it("leaves the name to a prefix", async () => {
    const inputs = await engine.checked(ROLE, "role", { namePrefix: "pre-", assumeRolePolicy: "{}" });
    assert.equal("name" in inputs, false);
  });

  it("refuses a name that is too long for AWS", async () => {
    const long = "a".repeat(60);
    await assert.rejects(engine.check(ROLE, long, { assumeRolePolicy: "{}" }), /68 characters and AWS allows 64/);
  });

  it("merges default tags under the resource's own", async () => {
    const inputs = await engine.checked(BUCKET, "b", { tags: { stage: "x" } });
    assert.deepEqual(inputs["tags"], { stage: "x" });
    assert.deepEqual(inputs["tagsAll"], { project: "p", stage: "x" });
  });

  it("keeps unknown and secret tags so", async () => {
    const unknown = await engine.checked(BUCKET, "b", { tags: UNKNOWN });
    assert.equal(unknown["tagsAll"], UNKNOWN);
    const hidden = await engine.checked(BUCKET, "b", { tags: { stage: secret("x") } });
    assert.deepEqual(hidden["tagsAll"], secret({ project: "p", stage: "x" }));
  });

  it("serialises a document given as an object, keys sorted", async () => {
    const inputs = await engine.checked(ROLE, "r", { assumeRolePolicy: { Version: "1", Statement: [] } });
    assert.equal(inputs["assumeRolePolicy"], '{"Statement":[],"Version":"1"}');
  });

  it("makes a document wholly unknown when one leaf is", async () => {
    const inputs = await engine.checked(ROLE, "r", { assumeRolePolicy: { Statement: [{ Resource: UNKNOWN }] } });
    assert.equal(inputs["assumeRolePolicy"], UNKNOWN);
    assert.equal(containsUnknown(inputs["name"]), false);
  });

  it("fills in the provider's defaults and notes which", async () => {
    const inputs = await engine.checked(ROLE, "r", { name: "r", assumeRolePolicy: "{}" });
    assert.deepEqual([inputs["path"], inputs["maxSessionDuration"]], ["/", 3600]);
    assert.deepEqual(inputs["__defaults"], ["forceDetachPolicies", "maxSessionDuration", "path"]);
  });
});
