import { strict as assert } from "node:assert";
import { parse } from "yaml";
import {
  configuredStacks,
  copyStackConfig,
  projectName,
  sandboxConfig,
  withoutAddedSalt,
} from "../../local/stackConfig";
import { repositoryRoot } from "../../local/toolchain/folders";

describe("stack configuration in the sandbox", () => {
  it("is the repository's with the sandbox's salt", () => {
    const previous = "config:\n  aws:region: us-east-1\nencryptionsalt: v1:own\n";
    assert.deepEqual(parse(sandboxConfig("config:\n  aws:region: eu-west-1\n", previous)), {
      config: { "aws:region": "eu-west-1" },
      encryptionsalt: "v1:own",
    });
  });

  it("leaves out the keys of a real stack and replaces what they encrypt", () => {
    const source = [
      "secretsprovider: awskms://alias/pulumi",
      "encryptedkey: AQICA",
      "encryptionsalt: v1:real",
      "config:",
      "  app:token:",
      "    secure: AAAB",
      "  app:size: 3",
    ].join("\n");
    assert.deepEqual(parse(sandboxConfig(source, "")), { config: { "app:token": "sandbox-token", "app:size": 3 } });
  });

  it("keeps secrets that were set in the sandbox", () => {
    const previous = "encryptionsalt: v1:own\nconfig:\n  app:token:\n    secure: OWN\n  app:gone: plain\n";
    assert.deepEqual(parse(sandboxConfig("config:\n  app:token:\n    secure: REAL\n", previous)), {
      config: { "app:token": { secure: "OWN" } },
      encryptionsalt: "v1:own",
    });
  });

  it("is stable: a copy of the copy is the same", () => {
    const once = sandboxConfig("# why\nconfig:\n  a:b: [1, 2]\n", "encryptionsalt: v1:own\n");
    assert.equal(sandboxConfig("# why\nconfig:\n  a:b: [1, 2]\n", once), once);
  });

  it("names the stacks there are when one is missing", () => {
    assert.deepEqual(configuredStacks(repositoryRoot), ["dev", "prod"]);
    assert.equal(projectName(repositoryRoot), "container-delivery");
    assert.throws(
      () => copyStackConfig(repositoryRoot, "/nowhere", "qa"),
      /There is no stack "qa": Pulumi\.qa\.yaml doesn't exist\. Use dev or prod\./,
    );
  });

  it("gives a tracked file back as it was when Pulumi has rewritten its values with the salt", () => {
    const before = "# why\nconfig:\n  a:count: 3\n  a:on: true\n  a:list: [1, {b: 2}]\n";
    const after = 'encryptionsalt: v1:x\nconfig:\n  a:count: "3"\n  a:on: "true"\n  a:list:\n    - 1\n    - b: 2\n';
    assert.equal(withoutAddedSalt(before, after), before);
  });

  it("takes an added salt out of a tracked file and nothing else", () => {
    const before = "# why\nconfig:\n  a:b: c\n";
    assert.equal(withoutAddedSalt(before, `${before}encryptionsalt: v1:x:y\n`), before);
    assert.equal(withoutAddedSalt(before, `encryptionsalt: v1:x\n${before}`), before);
    assert.equal(withoutAddedSalt(before, before), undefined);
    assert.equal(withoutAddedSalt(before, `${before}  d:e: f\nencryptionsalt: v1:x\n`), `${before}  d:e: f\n`);
    assert.equal(withoutAddedSalt(`${before}encryptionsalt: v1:own\n`, `${before}encryptionsalt: v1:own\n`), undefined);
  });
});
