import { strict as assert } from "node:assert";
import { findPackage } from "../../../local/aws/package";
import { packageSchema } from "../../../local/aws/packageSchema";
import { Schemas } from "../../../local/aws/schemas";
import { REPOSITORY, temporarySandbox } from "./standIn";

interface Described {
  readonly inputProperties: Record<string, object>;
  readonly requiredInputs: string[];
  readonly properties: Record<string, object>;
  readonly required: string[];
}

describe("the package schema", function () {
  this.timeout(60_000);
  const sandbox = temporarySandbox();
  const schemas = new Schemas(findPackage("@pulumi/aws", [__dirname]), sandbox.directory);
  const made = packageSchema(schemas, "1.2.3") as {
    resources: Record<string, Described>;
    types: Record<string, { properties: Record<string, object> }>;
    version: string;
  };
  after(() => sandbox.remove());

  it("knows every resource type and every type in it", () => {
    assert.equal(made.version, "1.2.3");
    assert.ok(Object.keys(made.resources).length > 1000);
    const references = [...JSON.stringify(made).matchAll(/"\$ref":"#\/types\/([^"]+)"/g)].map(
      (match) => match[1] ?? "",
    );
    assert.ok(references.length > 1000);
    assert.deepEqual(
      [...new Set(references)].filter((token) => !(token in made.types)),
      [],
    );
  });

  it("says of inputs and outputs what the declarations say", () => {
    const { inputProperties, requiredInputs, properties, required } = made.resources[REPOSITORY]!;
    const scanning = "aws:ecr/RepositoryImageScanningConfiguration:RepositoryImageScanningConfiguration";
    assert.deepEqual(inputProperties.imageScanningConfiguration, { $ref: `#/types/${scanning}` });
    assert.deepEqual(made.types[scanning], {
      type: "object",
      properties: { scanOnPush: { type: "boolean" } },
      required: ["scanOnPush"],
    });
    assert.deepEqual(inputProperties.tags, { type: "object", additionalProperties: { type: "string" } });
    assert.deepEqual(requiredInputs, []);
    assert.deepEqual(
      [properties.arn, required.includes("arn"), "arn" in inputProperties],
      [{ type: "string" }, true, false],
    );
    assert.deepEqual(made.resources["aws:iam/role:Role"]!.requiredInputs, ["assumeRolePolicy"]);
  });
});
