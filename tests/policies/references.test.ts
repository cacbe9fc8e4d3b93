import { strict as assert } from "node:assert";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { controls } from "../../policies/controls";
import { elsewhere } from "../../policies/shared/elsewhere";

interface Known {
  readonly framework: string;
  readonly version: string;
  readonly source: string;
  readonly obtained: string;
  readonly ids: Readonly<Record<string, string>>;
}

const folder = join(__dirname, "references");
const read = <T>(file: string): T => JSON.parse(readFileSync(join(folder, file), "utf8")) as T;
const frameworks = readdirSync(folder)
  .filter((file) => file !== "outside.json")
  .map((file) => read<Known>(file));
const known = new Map<string, string>(
  frameworks.flatMap(({ framework, ids }) =>
    Object.entries(ids).map(([id, title]) => [`${framework} ${id}`, title] as const),
  ),
);
const referenced = new Set(controls.flatMap(({ references }) => references));

describe("references to other frameworks", () => {
  for (const { id, references } of controls.filter((control) => control.references.length > 0)) {
    it(`${id} names rules that exist, each once`, () => {
      assert.deepEqual(
        references.filter((reference) => !known.has(reference)),
        [],
      );
      assert.equal(new Set(references).size, references.length);
    });
  }

  it("are held against lists that say where they come from", () => {
    for (const { framework, version, source, obtained, ids } of frameworks) {
      assert.ok(version !== "" && obtained !== "" && source.startsWith("https://"), framework);
      assert.ok(
        Object.values(ids).every((title) => title !== ""),
        framework,
      );
    }
  });

  it("leave out of checkov and cdk-nag only what is told with its reason", () => {
    const outside = read<Record<string, Record<string, string>>>("outside.json");
    for (const [framework, reasons] of Object.entries(outside)) {
      for (const [id, reason] of Object.entries(reasons)) {
        assert.ok(known.has(`${framework} ${id}`), `${framework} has no ${id}`);
        assert.ok(!referenced.has(`${framework} ${id}`), `${framework} ${id} has a control`);
        assert.ok(reason.length > 5, id);
      }
    }
  });

  it("stand in one order, as people read them", () => {
    const given = elsewhere({ cis: "5.2 5.3", checkov: "CKV_AWS_24", securityHub: "EC2.13" });
    assert.deepEqual(given, ["Security Hub EC2.13", "checkov CKV_AWS_24", "CIS 5.2", "CIS 5.3"]);
  });

  it("are written without stray spaces", () => {
    assert.deepEqual(elsewhere({ trivy: " AWS-0030  AWS-0031 " }), ["trivy AWS-0030", "trivy AWS-0031"]);
  });
});
