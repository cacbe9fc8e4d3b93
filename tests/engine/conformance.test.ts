import { strict as assert } from "node:assert";
import { changed, judgePreview, line } from "../support/judgedStack";
import { engineWorkspace } from "../support/engine";
import { before as mochaBefore } from "mocha";
import { breakages } from "./securedProperties";

/** What the stacks leave open, each for a reason that README.md gives. Everything else must pass, in every environment. */
const leftOpen = ["alb-tg-tls", "alb-waf"];

async function previewOf(stack: string): Promise<string> {
  const workspace = await engineWorkspace({ stack });
  try {
    const { code, stdout, stderr } = await workspace.preview("--json");
    assert.equal(code, 0, stderr + stdout);
    return stdout;
  } finally {
    await workspace.dispose();
  }
}

for (const stack of ["dev", "prod"] as const) {
  describe(`the program's ${stack} stack before it exists`, function () {
    this.timeout(180_000);

    it("passes every control, without an exemption and with nothing undecided", async () => {
      const found = await judgePreview(await previewOf(stack));
      const binding = found.filter(
        ({ control }) => control.levels[stack] !== "disabled" && !leftOpen.includes(control.id),
      );
      assert.deepEqual(binding.map(line), []);
    });
  });
}

describe("each secured property of the prod stack", function () {
  this.timeout(180_000);
  let preview: string;
  let before: ReadonlySet<string>;

  mochaBefore(async () => {
    preview = await previewOf("prod");
    before = new Set((await judgePreview(preview)).map(line));
  });

  breakages.forEach(([control, type, name, change], index) => {
    it(`makes ${control} speak alone when it is broken (${index + 1})`, async () => {
      const found = await judgePreview(changed(preview, type, name, change));
      const added = found.filter((finding) => !before.has(line(finding)));
      // The component around a role still declares less than the broken document allows.
      const spoke = new Set(added.map((finding) => finding.control.id).filter((id) => id !== "iam-intent-covers"));
      assert.deepEqual([...spoke], [control], added.map(line).join("\n"));
      assert.equal(JSON.stringify(added).includes("hunter2"), false);
    });
  });
});
