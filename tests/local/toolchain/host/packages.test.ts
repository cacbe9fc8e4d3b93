import { strict as assert } from "node:assert";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { findProviderPackages, requiredPackages } from "../../../../local/toolchain/host/packages";

describe("required packages", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "container-delivery-packages-"))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const add = (place: string, manifest: unknown): void => {
    mkdirSync(path.join(folder, place), { recursive: true });
    writeFileSync(path.join(folder, place, "package.json"), JSON.stringify(manifest));
  };
  const found = (): string[] => findProviderPackages(folder).map(({ name, version }) => `${name} ${version}`);

  it("are the packages that belong to a resource provider, nested ones too", () => {
    add("node_modules/@pulumi/aws", { name: "@pulumi/aws", version: "7.48.0", pulumi: { resource: true } });
    add("node_modules/@pulumi/pulumi", { name: "@pulumi/pulumi", version: "3.248.0", pulumi: { comment: "no" } });
    add("node_modules/plain", { name: "plain", version: "1.0.0" });
    add("node_modules/plain/node_modules/third-party", {
      name: "third-party",
      version: "0.1.0",
      pulumi: { resource: true, name: "third", version: "v2.0.0" },
    });
    assert.deepEqual(found().sort(), ["aws v7.48.0", "third v2.0.0"]);
  });

  it("are found through a workspace's links, each version once", () => {
    add("packages/mine", { name: "mine", version: "1.0.0" });
    add("packages/mine/node_modules/@pulumi/aws", {
      name: "@pulumi/aws",
      version: "7.1.0",
      pulumi: { resource: true },
    });
    add("node_modules/@pulumi/aws", { name: "@pulumi/aws", version: "7.1.0", pulumi: { resource: true } });
    symlinkSync(path.join(folder, "packages/mine"), path.join(folder, "node_modules/mine"));
    assert.deepEqual(found(), ["aws v7.1.0"]);
  });

  it("leave out what a policy pack depends on", () => {
    add("pack", { name: "pack", version: "1.0.0" });
    writeFileSync(path.join(folder, "pack/PulumiPolicy.yaml"), "runtime: nodejs\n");
    add("pack/node_modules/@pulumi/gcp", { name: "@pulumi/gcp", version: "1.0.0", pulumi: { resource: true } });
    mkdirSync(path.join(folder, "node_modules"));
    symlinkSync(path.join(folder, "pack"), path.join(folder, "node_modules/pack"));
    assert.deepEqual(found(), []);
  });

  it("are none without node_modules", () => assert.deepEqual(found(), []));

  it("reach the engine with kind, server and parameters", () => {
    add("node_modules/p", {
      name: "p",
      version: "1.0.0",
      pulumi: {
        resource: true,
        name: "base",
        server: "https://example.com",
        parameterization: { name: "p", version: "1.0.0", value: "eA==" },
      },
    });
    const [message] = requiredPackages(folder).getPackagesList();
    assert.equal(message?.getKind(), "resource");
    assert.equal(message?.getServer(), "https://example.com");
    assert.equal(message?.getParameterization()?.getValue_asB64(), "eA==");
  });
});
