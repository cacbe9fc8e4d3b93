import { strict as assert } from "node:assert";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findPackage } from "../../../../local/aws/package";
import { rulesByType } from "../../../../local/aws/refusals";
import { canonicalType } from "../../../../local/aws/refusals/twins";
import type { Shape, TypeSchema } from "../../../../local/aws/schema";
import { fieldsOf } from "../../../../local/aws/schema";
import { Schemas } from "../../../../local/aws/schemas";

const schemas = new Schemas(findPackage("@pulumi/aws", [__dirname]), mkdtempSync(join(tmpdir(), "refusals-")));

/** Whether the declarations know the path; `[]` must stand exactly where they have a list. */
function isDeclared(schema: TypeSchema, path: string): boolean {
  let declared: TypeSchema["inputs"] | undefined = schema.inputs;
  for (const step of path.split(".")) {
    const isItem = step.endsWith("[]");
    const shape: Shape | undefined = declared?.[step.replace(/\[\]$/, "")]?.shape;
    if (shape === undefined) return false;
    if (isItem && shape.kind !== "array") return false;
    declared = shape.kind === "array" && !isItem ? undefined : fieldsOf(schema, shape);
  }
  return true;
}

describe("index", () => {
  for (const [type, rules] of Object.entries(rulesByType))
    it(`knows ${type} as the declarations do`, () => {
      const schema = schemas.require(type);
      const all = [...(rules.inputs ?? []), ...(rules.account ?? [])].flatMap((rule) => rule.paths ?? []);
      assert.deepEqual(
        all.filter((path) => !isDeclared(schema, path)),
        [],
      );
      const uses = (rules.removal ?? []).flatMap((rule) => rule.uses ?? []);
      const wrong = uses.flatMap((use) => use.paths.filter((path) => !isDeclared(schemas.require(use.type), path)));
      assert.deepEqual(wrong, []);
    });

  it("names each type by its first token", () => {
    assert.deepEqual(
      Object.keys(rulesByType).filter((type) => canonicalType(type) !== type),
      [],
    );
  });

  it("takes twin tokens for the same resource", () => {
    assert.equal(canonicalType("aws:alb/listener:Listener"), "aws:lb/listener:Listener");
    assert.equal(canonicalType("aws:s3/bucketV2:BucketV2"), "aws:s3/bucket:Bucket");
    assert.equal(canonicalType("aws:ec2/defaultVpc:DefaultVpc"), "aws:ec2/defaultVpc:DefaultVpc");
  });
});
