import { strict as assert } from "node:assert";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { check } from "../../../policies/cli/check";
import type { Report } from "../../../policies/shared/report/report";
import { root } from "../../support/analyzer";
import { engineWorkspace } from "../../support/engine";

const program = `
import * as pulumi from "@pulumi/pulumi";
import * as ecr from "@pulumi/aws/ecr";
import * as iam from "@pulumi/aws/iam";

class Build extends pulumi.ComponentResource {
  constructor(name: string, args: { statements: object[] }) {
    super("container-delivery:index:ImageBuild", name, args);
    const trust = { Version: "2012-10-17", Statement: [
      { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } },
    ] };
    const role = new iam.Role("role", { assumeRolePolicy: JSON.stringify(trust) }, { parent: this });
    new iam.RolePolicy("wide", { role: role.name, policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "s3:*", Resource: role.arn }],
    }) }, { parent: this });
  }
}

new ecr.Repository("images", { imageScanningConfiguration: { scanOnPush: true } });
new Build("build", { statements: [{ actions: ["s3:*"], resources: ["*"] }] });
`;

describe("the pack on the real engine", function () {
  this.timeout(300_000);

  it("stops a preview and says resource, property, value, why and fix, then sums up", async () => {
    const workspace = await engineWorkspace({ program, policyPacks: ["policies"] });
    try {
      const { code, stdout, stderr } = await workspace.preview();
      const shown = stdout + stderr;
      assert.notEqual(code, 0, shown);
      assert.match(shown, /\[mandatory\].*\[severity: high\].*ecr-kms-cmk.*\(aws:ecr:Repository: images\)/);
      assert.match(shown, /The repository is encrypted with a key that AWS owns/);
      assert.match(shown, /summary {2}\(pulumi:pulumi:Stack: /);
      assert.match(shown, /resources judged as dev \(dev\): \d+ mandatory/);
      // The component is analysed before what is inside it, so its intent is known for a document that is not.
      assert.match(shown, /iam-no-service-wildcard.*\(aws:iam:RolePolicy: wide\)/);
      assert.doesNotMatch(shown, /can't run policy/);
    } finally {
      await workspace.dispose();
    }
  });

  it("judges an exported state without its program", async () => {
    const deployed = `import * as ecr from "@pulumi/aws/ecr"; new ecr.Repository("images", {});`;
    const workspace = await engineWorkspace({ program: deployed });
    try {
      assert.equal((await workspace.up()).code, 0);
      const file = join(workspace.program, "state.json");
      const exported = await workspace.pulumi("stack", "export", "--show-secrets", "--stack", "dev", "--file", file);
      assert.equal(exported.code, 0, exported.stderr);
      const analyzed = await workspace.pulumi(
        "policy",
        "analyze",
        "--file",
        file,
        "--policy-pack",
        join(root, "policies"),
      );
      const shown = analyzed.stdout + analyzed.stderr;
      assert.notEqual(analyzed.code, 0, shown);
      assert.match(shown, /ecr-kms-cmk {2}\(aws:ecr:Repository: images\)/);
      const checked = await check(file, {});
      assert.equal(checked.passed, false);
      assert.match(stripVTControlCharacters(checked.text), /mandatory ecr-kms-cmk \(high\)/);
    } finally {
      await workspace.dispose();
    }
  });

  it("leaves a report of an update that it stops, in the project's directory", async () => {
    const program = `import * as ecr from "@pulumi/aws/ecr"; new ecr.Repository("images", {});`;
    const config = { "container-delivery-policies:reportJson": "reports/policies.json" };
    const workspace = await engineWorkspace({ program, config, policyPacks: ["policies"] });
    try {
      // `pulumi -C` and the Automation API leave the shell's directory in the environment. Not every system tells better.
      workspace.environment["PWD"] = existsSync("/proc/self/cwd") ? root : workspace.program;
      assert.notEqual((await workspace.up()).code, 0);
      const file = join(workspace.program, "reports/policies.json");
      const report = JSON.parse(readFileSync(file, "utf8")) as Report;
      assert.deepEqual([report.preview, report.complete], [false, false]);
      assert.ok(report.findings.some(({ policy, name }) => policy === "ecr-kms-cmk" && name === "images"));
    } finally {
      await workspace.dispose();
    }
  });
});
