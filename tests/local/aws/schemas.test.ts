import { strict as assert } from "node:assert";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DeclarationReader } from "../../../local/aws/declarationReader";
import { findPackage } from "../../../local/aws/package";
import type { TypeSchema } from "../../../local/aws/schema";
import { computedOutputs, fieldsOf, optionalComputed } from "../../../local/aws/schema";
import { Schemas } from "../../../local/aws/schemas";
import { REPOSITORY, ROLE, temporarySandbox } from "./standIn";

describe("the schema from the installed declarations", function () {
  this.timeout(30_000);
  const sdk = findPackage("@pulumi/aws", [__dirname]);
  const reader = new DeclarationReader(sdk.directory);
  const sandbox = temporarySandbox();
  const schemas = new Schemas(sdk, sandbox.directory);
  after(() => sandbox.remove());

  it("knows every resource type of the package", () => {
    const found = reader.modules().flatMap((module) => Object.keys(reader.readModule(module).resources));
    const declared = reader.modules().flatMap((module) =>
      readdirSync(join(sdk.directory, module))
        .filter((file) => file.endsWith(".js"))
        .flatMap(
          (file) =>
            /static __pulumiType = '([^']+)'/.exec(readFileSync(join(sdk.directory, module, file), "utf8"))?.[1] ?? [],
        ),
    );
    assert.deepEqual(found.sort(), declared.sort());
    assert.ok(found.length > 1_700, `only ${found.length} types`);
  });

  it("reads the same inputs and outputs as the SDK's code sends", () => {
    const problems = reader.modules().flatMap((module) =>
      Object.entries(reader.readModule(module).resources).flatMap(([type, resource]) => {
        const sent = sentBySdk(sdk.directory, type);
        const read = [...Object.keys(resource.inputs)].sort();
        return sent === undefined || JSON.stringify(sent) === JSON.stringify(read)
          ? []
          : [`${type}: ${sent} <> ${read}`];
      }),
    );
    assert.deepEqual(problems, []);
  });

  it("resolves every nested type", () => {
    for (const module of ["wafv2", "ecs", "codepipeline", "s3", "lb"]) {
      const table = schemas.table(module);
      for (const type of Object.keys(table.resources)) checkNested(schemas.require(type));
    }
  });

  it("tells required, optional, computed and filled-in properties apart", () => {
    const role = schemas.require(ROLE);
    assert.equal(role.inputs["assumeRolePolicy"]?.required, true);
    assert.equal(role.inputs["assumeRolePolicy"]?.shape.kind, "document");
    const repository = schemas.require(REPOSITORY);
    assert.deepEqual(computedOutputs(repository), ["arn", "registryId", "repositoryUrl", "tagsAll"]);
    assert.deepEqual(optionalComputed(repository), ["name", "region"]);
    assert.deepEqual(fieldsOf(repository, repository.inputs["encryptionConfigurations"]!.shape)?.["kmsKey"]?.shape, {
      kind: "string",
    });
  });

  it("takes value lists, enums and replacement from the text", () => {
    const mutability = schemas.require(REPOSITORY).inputs["imageTagMutability"];
    assert.deepEqual(mutability?.values, [
      "MUTABLE",
      "IMMUTABLE",
      "IMMUTABLE_WITH_EXCLUSION",
      "MUTABLE_WITH_EXCLUSION",
    ]);
    const loadBalancer = schemas.require("aws:alb/loadBalancer:LoadBalancer").inputs["loadBalancerType"];
    assert.deepEqual([loadBalancer?.values, loadBalancer?.open], [["application", "network"], undefined]);
    assert.equal(schemas.require("aws:ec2/instance:Instance").inputs["tenancy"]?.open, true);
    assert.equal(schemas.require("aws:cloudwatch/logGroup:LogGroup").inputs["tags"]?.replaces, undefined);
  });

  it("reads from its cache, and again from the declarations when the cache is damaged", () => {
    const expected = schemas.require(ROLE);
    const folder = join(
      sandbox.directory,
      readdirSync(sandbox.directory).find((name) => name.startsWith("schema-")) ?? "",
    );
    assert.deepEqual(new Schemas(sdk, sandbox.directory).require(ROLE), expected);
    writeFileSync(join(folder, "iam.json"), '{"resources":');
    assert.deepEqual(new Schemas(sdk, sandbox.directory).require(ROLE), expected);
  });

  it("says which package lacks a type", () => {
    assert.throws(() => schemas.require("aws:../x/y:Z"), new RegExp(`not in @pulumi/aws ${sdk.version}`));
  });
});

/** The second branch of the SDK's constructor: `resourceInputs["x"] = args?.x`, without those marked as outputs. */
function sentBySdk(directory: string, type: string): string[] | undefined {
  const path = (type.split(":")[1] ?? "").replace(/\/index$/, "/index_");
  const file = join(directory, `${path}.js`);
  try {
    const code = readFileSync(file, "utf8").split("const args = argsOrState;")[1] ?? "";
    const names = [...code.matchAll(/resourceInputs\["([^"]+)"\] = (?!undefined \/\*out\*\/)/g)].map(
      (match) => match[1] ?? "",
    );
    return names.sort();
  } catch {
    // A handful of files are spelled otherwise than their token (`glue/mltransform`).
    return undefined;
  }
}

function checkNested(schema: TypeSchema): void {
  for (const [name, fields] of [["inputs", schema.inputs] as const, ...Object.entries(schema.objects)]) {
    for (const [field, property] of Object.entries(fields)) {
      const shape =
        property.shape.kind === "array" || property.shape.kind === "map" ? property.shape.element : property.shape;
      if (shape.kind !== "object") continue;
      assert.ok(fieldsOf(schema, shape) !== undefined, `${schema.type}: ${name}.${field} has no fields`);
    }
  }
}
