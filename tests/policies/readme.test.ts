import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { packConfiguration } from "../../policies/cli/packConfiguration";
import { controls } from "../../policies/controls";
import { controlProblems } from "../../policies/shared/configuration/controlConfiguration";
import { parseExemptions } from "../../policies/shared/exemptions/read";

const readme = readFileSync(resolve(__dirname, "../../policies/README.md"), "utf8");

function block(language: string): string {
  const [, text] = new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(readme) ?? [];
  assert.ok(text, `README.md shows no ${language}`);
  return text;
}

describe("the examples of policies/README.md", () => {
  it("hold a right policy configuration", () => {
    assert.deepEqual(controlProblems(controls, packConfiguration(block("json"), controls)), []);
  });

  it("hold a right exemption", () => {
    const text = block("yaml");
    const [, expires = ""] = /expires: (\S+)/.exec(text) ?? [];
    const now = new Date(Date.parse(expires) - 30 * 86_400_000);
    const circle = { controls, now, stackName: "prod", projectName: "shop" };
    const { exemptions, problems } = parseExemptions(text, "exemptions.yaml", circle);
    assert.deepEqual([problems, exemptions?.all.length], [[], 1]);
  });
});
