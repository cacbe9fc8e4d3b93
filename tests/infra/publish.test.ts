import { strict as assert } from "node:assert";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer";
import { generateSchema } from "@pulumi/pulumi/provider/experimental/schema";
import { create } from "ts-node";
import { version } from "../../infra/components/shared/version";

const root = join(__dirname, "../..");
const directory = join(root, "infra/components");
const snapshot = join(__dirname, "schema.json");
const read = (file: string) => JSON.parse(readFileSync(file, "utf8"));
const components = [
  "ArtifactBucket",
  "EncryptionKey",
  "FargateService",
  "ImageBuild",
  "ImageRepository",
  "Network",
  "RegistryBaseline",
  "ReleasePipeline",
  "ServiceMonitoring",
];

interface Property {
  readonly description?: string;
}
interface Described {
  readonly description?: string;
  readonly properties?: Record<string, Property>;
  readonly inputProperties?: Record<string, Property>;
  readonly enum?: unknown[];
}
interface Schema {
  readonly resources: Record<string, Described>;
  readonly types: Record<string, Described>;
}

describe("published components", () => {
  let schema: Schema;
  before(function () {
    // The analyzer type-checks the package, declarations of @pulumi/aws included.
    this.timeout(120_000);
    const manifest = read(join(directory, "package.json"));
    const {
      components: found,
      typeDefinitions,
      dependencies,
    } = new Analyzer(directory, manifest.name, manifest, new Set(components)).analyze();
    const { name, version, description } = manifest;
    const made = generateSchema(name, version, description, found, typeDefinitions, dependencies);
    schema = JSON.parse(JSON.stringify(made));
  });

  it("have the schema that other languages were last given (UPDATE_SNAPSHOTS=1 accepts a new one)", () => {
    if (process.env.UPDATE_SNAPSHOTS) writeFileSync(snapshot, `${JSON.stringify(schema, null, 2)}\n`);
    assert.deepEqual(schema, read(snapshot));
  });

  it("are exactly the components of the design", () => {
    const names = Object.keys(schema.resources).map((token) => token.replace("container-delivery:index:", ""));
    assert.deepEqual(names.sort(), components);
  });

  it("describe every component, input and output", () => {
    const silent = Object.entries({ ...schema.resources, ...schema.types }).flatMap(([token, described]) => [
      ...(described.description || token in schema.types ? [] : [token]),
      ...Object.entries({ ...described.properties, ...described.inputProperties })
        .filter(([, { description }]) => !description)
        .map(([property]) => `${token}.${property}`),
    ]);
    assert.deepEqual(silent, []);
  });

  it("say what an input that may be left out defaults to", () => {
    const silent = Object.entries(schema.resources).flatMap(([token, resource]) => {
      const { requiredInputs = [], inputProperties = {} } = resource as Described & { requiredInputs?: string[] };
      return Object.entries(inputProperties)
        .filter(
          ([name, { description = "" }]) =>
            !requiredInputs.includes(name) && !/Defaults to|required/i.test(description),
        )
        .map(([name]) => `${token}.${name}`);
    });
    assert.deepEqual(silent, []);
  });

  it("hand out nothing but plain values", () => {
    assert.doesNotMatch(JSON.stringify(schema.resources), /schema\.json#\/resources/);
  });

  it("depend on the versions that the workspace tests, with room for newer ones", () => {
    const { dependencies } = read(join(directory, "package.json"));
    const tested = read(join(root, "package.json")).dependencies;
    for (const name of ["@pulumi/aws", "@pulumi/awsx", "@pulumi/pulumi"]) {
      assert.equal(dependencies[name], `^${tested[name]}`, name);
    }
  });

  it("tell the version of their package", () => {
    assert.equal(version, read(join(directory, "package.json")).version);
  });

  it("are a plugin of their own, which Pulumi can compile from the repository's folder", () => {
    assert.ok(existsSync(join(directory, "PulumiPlugin.yaml")));
    assert.doesNotThrow(() => create({ cwd: root, typeCheck: true }));
  });
});
