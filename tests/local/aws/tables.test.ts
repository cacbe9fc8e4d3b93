import { strict as assert } from "node:assert";
import { DeclarationReader } from "../../../local/aws/declarationReader";
import { DEFAULTED_TYPES, defaultsOf } from "../../../local/aws/defaults";
import { formattedTypes } from "../../../local/aws/formats";
import type { Subject } from "../../../local/aws/formats/subject";
import { immutableInputs, immutableRows } from "../../../local/aws/replacement";
import { NAMED_TYPES, nameRule } from "../../../local/aws/naming";
import { actualOutputs, previewedCreation } from "../../../local/aws/outputs";
import { findPackage } from "../../../local/aws/package";
import type { Fields, TypeSchema } from "../../../local/aws/schema";
import { computedOutputs, fieldsOf } from "../../../local/aws/schema";
import { Schemas } from "../../../local/aws/schemas";
import { setRows } from "../../../local/aws/sets";
import { UNKNOWN } from "../../../local/aws/values";
import { temporarySandbox } from "./standIn";

describe("the stand-in's own tables", function () {
  this.timeout(60_000);
  const sdk = findPackage("@pulumi/aws", [__dirname]);
  const sandbox = temporarySandbox();
  const schemas = new Schemas(sdk, sandbox.directory);
  const all = new DeclarationReader(sdk.directory)
    .modules()
    .flatMap((module) => Object.keys(schemas.table(module).resources))
    .map((type) => schemas.require(type));
  const byPath = new Map(all.map((schema) => [schema.type.split(":")[1] ?? "", schema]));
  after(() => sandbox.remove());

  it("name only types and inputs that exist", () => {
    const wrong: string[] = [];
    for (const [path, names] of immutableRows()) {
      const schema = byPath.get(path);
      if (schema === undefined) wrong.push(path);
      else wrong.push(...names.filter((name) => !(name in schema.inputs)).map((name) => `${path}.${name}`));
    }
    for (const type of DEFAULTED_TYPES) {
      const inputs = schemas.find(type)?.inputs ?? {};
      wrong.push(
        ...Object.keys(defaultsOf(type))
          .filter((name) => !(name in inputs))
          .map((name) => `default ${type}.${name}`),
      );
    }
    wrong.push(
      ...formattedTypes()
        .filter((path) => !byPath.has(path))
        .map((path) => `format ${path}`),
    );
    wrong.push(...NAMED_TYPES.filter((type) => schemas.find(type) === undefined).map((type) => `name ${type}`));
    assert.deepEqual(wrong, []);
  });

  it("take for sets only lists that exist", () => {
    const wrong = [...setRows()].flatMap(([row, paths]) => {
      const schema = byPath.get(row);
      return paths
        .filter((path) => schema === undefined || kindAt(schema, path) !== "array")
        .map((path) => `${row}.${path}`);
    });
    assert.deepEqual(wrong, []);
  });

  function kindAt(schema: TypeSchema, path: string): string | undefined {
    let fields: Fields | undefined = schema.inputs;
    let kind: string | undefined;
    for (const name of path.split(".")) {
      const shape: Fields[string]["shape"] | undefined = fields?.[name]?.shape;
      kind = shape?.kind;
      fields = shape && fieldsOf(schema, shape);
    }
    return kind;
  }

  it("give every type an id and a value for each computed output", () => {
    const problems: string[] = [];
    for (const schema of all) {
      const { id, outputs } = actualOutputs(schema, requiredInputs(schema), subjectOf(schema));
      if (id === "") problems.push(`${schema.type} has no id`);
      for (const name of computedOutputs(schema)) {
        if (outputs[name] === undefined && schema.outputs[name]?.optional === false)
          problems.push(`${schema.type}.${name}`);
      }
      for (const name of Object.keys(outputs))
        if (!(name in schema.outputs) && !(name in schema.inputs)) problems.push(`${schema.type} has ${name}`);
    }
    assert.deepEqual(problems, []);
  });

  it("leave every computed output unknown in preview", () => {
    for (const schema of all) {
      const outputs = previewedCreation(schema, {}, "eu-west-1");
      const known = computedOutputs(schema).filter(
        (name) => outputs[name] !== UNKNOWN && name !== "tagsAll" && name !== "region",
      );
      assert.deepEqual(known, [], schema.type);
    }
  });

  it("name the types that the real provider names", () => {
    const property = (type: string) => nameRule(schemas.require(type))?.property;
    assert.equal(property("aws:s3/bucket:Bucket"), "bucket");
    assert.equal(property("aws:ecs/cluster:Cluster"), "name");
    assert.equal(property("aws:ecs/taskDefinition:TaskDefinition"), undefined);
    assert.equal(property("aws:route53/record:Record"), undefined);
    assert.equal(nameRule(schemas.require("aws:lb/targetGroup:TargetGroup"))?.maximum, 32);
  });

  it("replace by the table, by the documentation, and by the name of other types", () => {
    assert.ok(immutableInputs(schemas.require("aws:ec2/vpc:Vpc")).has("cidrBlock"));
    assert.ok(!immutableInputs(schemas.require("aws:ec2/vpc:Vpc")).has("enableDnsHostnames"));
    assert.ok(immutableInputs(schemas.require("aws:athena/workgroup:Workgroup")).has("name"));
    assert.ok(immutableInputs(schemas.require("aws:ecs/cluster:Cluster")).has("region"));
    assert.ok(!immutableInputs(schemas.require("aws:lb/loadBalancer:LoadBalancer")).has("subnets"));
  });

  function subjectOf(schema: TypeSchema): Subject {
    const place = { region: "eu-west-1", account: "123456789012", partition: "aws" };
    const store = { all: () => [], byId: () => undefined, byArn: () => undefined };
    const inputs = requiredInputs(schema);
    return {
      type: schema.type,
      logicalName: "thing",
      inputs,
      ...place,
      created: "2026-01-01T00:00:00Z",
      seed: "seed",
      store,
    };
  }

  function requiredInputs(schema: TypeSchema): Record<string, unknown> {
    const texts = Object.entries(schema.inputs).filter(([, input]) => input.shape.kind === "string" && input.required);
    return Object.fromEntries(texts.map(([name]) => [name, `${name}-value`]));
  }
});
