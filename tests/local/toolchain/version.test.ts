import { strict as assert } from "node:assert";
import { compareVersions, findVersion, isAtLeast, pinnedCliVersion } from "../../../local/toolchain/version";

describe("toolchain version", () => {
  const comparisons: [string, string, number][] = [
    ["3.259.0", "3.259.0", 0],
    ["v3.259.0", "3.259.0", 0],
    ["3.249.0", "3.248.9", 1],
    ["3.99.0", "3.249.0", -1],
    ["1.25", "1.25.0", 0],
    ["1.25.11", "1.25.9", 1],
    ["3.249.0-alpha.1", "3.249.0", -1],
    ["10.0.0", "9.9.9", 1],
  ];
  for (const [left, right, expected] of comparisons) {
    it(`compares ${left} with ${right}`, () => {
      assert.equal(compareVersions(left, right), expected);
      assert.equal(compareVersions(right, left), expected === 0 ? 0 : -expected);
    });
  }

  it("accepts the minimum itself and nothing below it", () => {
    assert.equal(isAtLeast("3.249.0", "3.249.0"), true);
    assert.equal(isAtLeast("3.248.12", "3.249.0"), false);
  });

  it("names the text that is no version", () => {
    assert.throws(() => compareVersions("latest", "1.0.0"), /"latest" is not a version/);
  });

  const outputs: [string, string | undefined][] = [
    ["v3.259.0\n", "3.259.0"],
    ["3.259.0-alpha.xdebug\n", "3.259.0-alpha.xdebug"],
    ["go version go1.26.8 linux/amd64\n", "1.26.8"],
    ["go version go1.25 darwin/arm64\n", "1.25"],
    ["\n", undefined],
    ["command not found", undefined],
  ];
  for (const [output, expected] of outputs) {
    it(`finds ${expected ?? "no version"} in ${JSON.stringify(output)}`, () => {
      assert.equal(findVersion(output), expected);
    });
  }

  it("reads the CLI's version from the pinned module", () => {
    assert.equal(pinnedCliVersion("require (\n\tgithub.com/pulumi/pulumi/pkg/v3 v3.100.2 // indirect\n)\n"), "3.100.2");
    assert.match(pinnedCliVersion(), /^3\.\d+\.\d+$/);
  });

  it("says what to do about a module without the CLI", () => {
    assert.throws(() => pinnedCliVersion("module x\n"), /Restore it from git/);
  });
});
