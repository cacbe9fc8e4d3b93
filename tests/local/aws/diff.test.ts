import { strict as assert } from "node:assert";
import { diffResource } from "../../../local/aws/diff";
import { findPackage } from "../../../local/aws/package";
import { Schemas } from "../../../local/aws/schemas";
import type { Properties } from "../../../local/aws/values";
import { UNKNOWN } from "../../../local/aws/values";
import { REPOSITORY, ROLE, temporarySandbox } from "./standIn";

describe("Diff", () => {
  const sandbox = temporarySandbox();
  const schemas = new Schemas(findPackage("@pulumi/aws", [__dirname]), sandbox.directory);
  after(() => sandbox.remove());

  const diff = (
    type: string,
    oldInputs: Properties,
    newInputs: Properties,
    more: { outputs?: Properties; ignore?: string[] } = {},
  ) =>
    diffResource({
      schema: schemas.require(type),
      oldInputs,
      newInputs,
      oldOutputs: more.outputs ?? oldInputs,
      ignoreChanges: more.ignore ?? [],
    });

  it("finds nothing in equal inputs and in equal documents", () => {
    const olds = { name: "r", assumeRolePolicy: '{"a": 1, "b": [2]}', __defaults: ["name"] };
    assert.deepEqual(diff(ROLE, olds, { ...olds, assumeRolePolicy: '{"b":[2],"a":1}', __defaults: [] }).changed, []);
  });

  it("names the paths that differ", () => {
    const olds = { name: "r", tags: { a: "1", "b.c": "2" }, imageTagMutabilityExclusionFilters: [{ filter: "x" }] };
    const news = {
      name: "r",
      tags: { a: "2" },
      imageTagMutabilityExclusionFilters: [{ filter: "x" }, { filter: "y" }],
    };
    const paths = Object.fromEntries([...diff(REPOSITORY, olds, news).paths].map(([path, { kind }]) => [path, kind]));
    assert.deepEqual(paths, {
      "tags.a": "update",
      'tags["b.c"]': "delete",
      "imageTagMutabilityExclusionFilters[1]": "add",
    });
  });

  const BALANCER = "aws:lb/loadBalancer:LoadBalancer";
  const GROUP = "aws:ec2/securityGroup:SecurityGroup";

  it("does not mind the order of what AWS keeps as a set, and names the members that differ", () => {
    const olds = { subnets: ["subnet-1", "subnet-2", "subnet-3"] };
    assert.deepEqual(diff(BALANCER, olds, { subnets: ["subnet-3", "subnet-1", "subnet-2"] }).changed, []);
    const changed = (subnets: string[]) => Object.fromEntries(diff(BALANCER, olds, { subnets }).paths);
    assert.deepEqual(changed(["subnet-4", "subnet-3", "subnet-1", "subnet-2"]), {
      "subnets[0]": { kind: "add", replaces: false },
    });
    assert.deepEqual(changed(["subnet-3", "subnet-1"]), { "subnets[1]": { kind: "delete", replaces: false } });
    assert.deepEqual(changed([UNKNOWN, "subnet-1", "subnet-2"]), {
      "subnets[0]": { kind: "update", replaces: false },
      "subnets[2]": { kind: "delete", replaces: false },
    });
    const twice = diff(BALANCER, { subnets: ["subnet-1"] }, { subnets: ["subnet-1", "subnet-1"] });
    assert.deepEqual(twice.changed, ["subnets"]);
  });

  it("knows sets in sets, and lists in sets", () => {
    const rule = (port: number, more: Properties) => ({ fromPort: port, toPort: port, protocol: "tcp", ...more });
    const olds = { ingress: [rule(80, { securityGroups: ["sg-1", "sg-2"] }), rule(443, { cidrBlocks: ["a", "b"] })] };
    const moved = { ingress: [rule(443, { cidrBlocks: ["a", "b"] }), rule(80, { securityGroups: ["sg-2", "sg-1"] })] };
    assert.deepEqual(diff(GROUP, olds, moved).changed, []);
    const reordered = { ingress: [olds.ingress[0], rule(443, { cidrBlocks: ["b", "a"] })] };
    assert.deepEqual(diff(GROUP, olds, reordered).changed, ["ingress"]);
  });

  it("replaces on an immutable input, the old one first only when the given name stays", () => {
    const olds = { name: "r", encryptionConfigurations: [{ encryptionType: "AES256" }], __defaults: [] };
    const news = { ...olds, encryptionConfigurations: [{ encryptionType: "KMS" }] };
    const given = diff(REPOSITORY, olds, news);
    assert.deepEqual([given.replaces, given.deleteBeforeReplace], [["encryptionConfigurations"], true]);
    assert.equal(diff(REPOSITORY, olds, { ...news, __defaults: ["name"] }).deleteBeforeReplace, false);
    assert.equal(diff(REPOSITORY, olds, { ...olds, name: "s" }).deleteBeforeReplace, false);
  });

  it("replaces when an immutable input becomes unknown", () => {
    assert.deepEqual(diff(ROLE, { path: "/" }, { path: UNKNOWN }).replaces, ["path"]);
  });

  it("honours ignoreChanges, below a path too", () => {
    const olds = { tags: { a: "1", b: "1" }, imageTagMutability: "MUTABLE" };
    const news = { tags: { a: "2", b: "2" }, imageTagMutability: "IMMUTABLE" };
    assert.deepEqual(diff(REPOSITORY, olds, news, { ignore: ["tags.a", "imageTagMutability"] }).changed, ["tags"]);
    assert.deepEqual(diff(REPOSITORY, olds, news, { ignore: ["tags", "imageTagMutability"] }).changed, []);
  });

  it("takes back what was set beside Pulumi, but not what AWS fills in", () => {
    const outputs = { name: "r", arn: "arn:x", region: "eu-west-1", forceDelete: true };
    assert.deepEqual([...diff(REPOSITORY, { name: "r" }, { name: "r" }, { outputs }).paths.keys()], ["forceDelete"]);
    assert.deepEqual(diff(ROLE, { name: "r", description: "x" }, { name: "r" }).changed, ["description"]);
    assert.deepEqual(diff(REPOSITORY, { region: "eu-west-1" }, {}).changed, []);
  });
});
