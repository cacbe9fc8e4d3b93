import { strict as assert } from "node:assert";
import { homedir } from "node:os";
import * as path from "node:path";
import {
  cloneToolchainFolder,
  platformName,
  repositoryRoot,
  sharedToolchainFolder,
} from "../../../local/toolchain/folders";

describe("toolchain folders", () => {
  it("keys the shared cache by version and platform", () => {
    assert.equal(
      sharedToolchainFolder("3.259.0", { XDG_CACHE_HOME: "/cache" }),
      `/cache/container-delivery/toolchain/3.259.0-${platformName}`,
    );
    assert.equal(platformName, `${process.platform}-${process.arch}`);
  });

  it("uses the home folder's cache without XDG_CACHE_HOME, and ignores a relative one", () => {
    const expected = path.join(homedir(), ".cache", "container-delivery", "toolchain", `1.2.3-${platformName}`);
    assert.equal(sharedToolchainFolder("1.2.3", {}), expected);
    assert.equal(sharedToolchainFolder("1.2.3", { XDG_CACHE_HOME: "cache" }), expected);
  });

  it("keeps the clone's own copy inside the repository", () => {
    assert.equal(
      cloneToolchainFolder("1.2.3"),
      path.join(repositoryRoot, ".local", "toolchain", `1.2.3-${platformName}`),
    );
  });
});
