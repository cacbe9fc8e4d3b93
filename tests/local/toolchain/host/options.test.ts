import { strict as assert } from "node:assert";
import { parseRuntimeOptions, splitArguments, typescriptEnvironment } from "../../../../local/toolchain/host/options";

describe("runtime options", () => {
  it("have Pulumi's defaults", () => {
    assert.deepEqual(parseRuntimeOptions({}), {
      typescript: true,
      tsconfig: undefined,
      nodeArguments: [],
      packageManager: "auto",
      production: false,
    });
  });

  it("reach the SDK's start script as variables", () => {
    const options = parseRuntimeOptions({ tsconfig: "infra/tsconfig.json" });
    assert.deepEqual(typescriptEnvironment(options), {
      PULUMI_NODEJS_TYPESCRIPT: "true",
      PULUMI_NODEJS_TSCONFIG_PATH: "infra/tsconfig.json",
    });
    assert.deepEqual(typescriptEnvironment(parseRuntimeOptions({ typescript: false })), {});
  });

  const lines: [string, string[]][] = [
    ["", []],
    ["  --stack-trace-limit=1 ", ["--stack-trace-limit=1"]],
    ["--a  --b c", ["--a", "--b", "c"]],
    [`--require "./my file.js"`, ["--require", "./my file.js"]],
    [`--title='it is "me"'`, [`--title=it is "me"`]],
    [`a\\ b "c\\"d"`, ["a b", `c"d`]],
    [`""`, [""]],
  ];
  for (const [line, words] of lines) {
    it(`splits ${JSON.stringify(line)} as a shell does`, () => assert.deepEqual(splitArguments(line), words));
  }

  it("name what is wrong and what to use", () => {
    assert.throws(() => splitArguments(`--title "open`), /nodeargs is "--title \\"open": a quote is not closed/);
    assert.throws(() => parseRuntimeOptions({ typescript: "yes" }), /typescript is "yes"\. Set it to a boolean/);
    assert.throws(() => parseRuntimeOptions({ packagemanager: "deno" }), /"deno"\. Use auto, npm, yarn, pnpm, bun/);
  });
});
