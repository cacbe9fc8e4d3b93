import { strict as assert } from "node:assert";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { withCatalogue } from "../../policies/cli/catalogue";
import { controls } from "../../policies/controls";
import { keyNames, keys } from "../../policies/shared/configuration/keys";
import { variableName } from "../../policies/shared/configuration/sources";
import type { Control } from "../../policies/shared/control";
import { exemptionSchema } from "../../policies/shared/exemptions/schema";
import { promised } from "./promised";

const policies = resolve(__dirname, "../../policies");
const notServices = new Set(["bin", "cli", "documents", "node_modules", "shared"]);

/** Every control that a file of a service's folder exports. */
const onDisk = readdirSync(policies, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !notServices.has(entry.name))
  .flatMap(({ name: folder }) =>
    readdirSync(resolve(policies, folder))
      .filter((file) => file.endsWith(".ts") && file !== "index.ts")
      .flatMap((file) => {
        // eslint-disable-next-line @typescript-eslint/no-require-imports
        const exported = require(resolve(policies, folder, file)) as Record<string, unknown>;
        return Object.entries(exported)
          .filter((entry): entry is [string, Control] => isControl(entry[1]))
          .map(([name, control]) => ({ folder, file: file.slice(0, -3), name, control }));
      }),
  );

function isControl(value: unknown): value is Control {
  return typeof value === "object" && value !== null && "id" in value && "levels" in value && "reads" in value;
}

const camelCase = (id: string) => id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const letter = { mandatory: "M", advisory: "A", disabled: "-" } as const;

describe("the policy pack", () => {
  it("holds every control on disk once, and nothing else", () => {
    const ids = controls.map(({ id }) => id);
    assert.deepEqual([...ids].sort(), onDisk.map(({ control }) => control.id).sort());
    assert.equal(new Set(ids).size, ids.length);
  });

  it("names files and constants after the controls", () => {
    for (const { folder, file, name, control } of onDisk) {
      assert.equal(name.toLowerCase(), camelCase(control.id).toLowerCase(), `${folder}/${file}.ts exports ${name}`);
      assert.ok(
        camelCase(control.id).toLowerCase().endsWith(file.toLowerCase()),
        `${folder}/${file}.ts holds ${control.id}`,
      );
    }
  });

  it("has a test beside every control", () => {
    const missing = onDisk.filter(({ folder, file }) => !existsSync(resolve(__dirname, folder, `${file}.test.ts`)));
    assert.deepEqual(
      missing.map(({ folder, file }) => `${folder}/${file}`),
      [],
    );
  });

  it("keeps what the catalogue promises: every control, with its severity and levels", () => {
    const held = controls.map((control) => {
      const { id, severity, levels, remediate } = control;
      const level = `${letter[levels.dev]}/${letter[levels.prod]}`;
      return [id, remediate ? [severity, level, "R"] : [severity, level]];
    });
    assert.deepEqual(Object.fromEntries(held.sort()), Object.fromEntries(Object.entries(promised).sort()));
  });

  for (const control of controls) {
    it(`describes ${control.id} completely`, () => {
      const { id, title, description, references, remediationSteps, url, reads, configSchema } = control;
      assert.match(id, /^[a-z0-9]+(-[a-z0-9]+)*$/);
      assert.match(title, /^[A-Z].*[^.]$/);
      assert.match(description, /^\S.* (must|should|may) .*\.$/);
      assert.match(remediationSteps, /^[A-Z`][^]*[.)]$/);
      assert.match(url, /^https:\/\//);
      assert.ok(references.every((reference) => !reference.includes("†") && reference.trim() === reference));
      assert.ok(Object.keys(reads).length > 0, "reads is empty");
      assert.ok(control.check ?? control.checkStack, "judges nothing");
      for (const [name, schema] of Object.entries(configSchema?.properties ?? {})) {
        assert.ok(schema.type !== undefined && schema.description, `setting ${name} has no type or description`);
      }
    });
  }
});

describe("policies/README.md", () => {
  const readme = readFileSync(resolve(policies, "README.md"), "utf8");

  it("holds the present catalogue: `npm run catalogue -w policies` writes it", () => {
    assert.equal(withCatalogue(readme), readme);
  });

  it("tells about every setting, with its variable", () => {
    const told = keyNames.filter((name) => readme.includes(`\`${name}\``) && readme.includes(variableName(name)));
    assert.deepEqual(told, Object.keys(keys));
  });
});

describe("policies/exemptions.schema.json", () => {
  it("is the schema that files are held against: `npm run catalogue -w policies` writes it", () => {
    assert.deepEqual(JSON.parse(readFileSync(resolve(policies, "exemptions.schema.json"), "utf8")), exemptionSchema);
  });
});
