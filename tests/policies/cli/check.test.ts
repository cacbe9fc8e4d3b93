import { strict as assert } from "node:assert";
import { stripVTControlCharacters } from "node:util";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "../../../policies/cli/check";
import type { CheckOptions } from "../../../policies/cli/check";
import type { Report } from "../../../policies/shared/report/report";
import { secret } from "../../support/analyzer";
import { probes } from "../wire/probe/controls";

const urn = (type: string, name: string) => `urn:pulumi:dev::shop::${type}::${name}`;
const queue = (delaySeconds: number) => ({
  urn: urn("aws:sqs/queue:Queue", "jobs"),
  type: "aws:sqs/queue:Queue",
  inputs: { delaySeconds, kmsMasterKeyId: "key-1" },
  sourcePosition: "project:///index.ts#7,1",
});
const key = { urn: urn("aws:kms/key:Key", "key"), type: "aws:kms/key:Key", outputs: { id: "key-1" } };

describe("check", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "check-"))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const file = (name: string, content: unknown) => {
    writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
    return join(folder, name);
  };
  const run = async (resources: object[], options: CheckOptions = {}) => {
    const { text, passed } = await check(file("state.json", { deployment: { resources } }), options, probes);
    // Build servers ask for colours.
    return { text: stripVTControlCharacters(text), passed };
  };

  it("passes a stack in which nothing mandatory is wrong", async () => {
    const { text, passed } = await run([key, queue(20)]);
    assert.equal(passed, true);
    assert.match(
      text,
      /jobs aws:sqs\/queue:Queue\n {2}advisory {2}probe-single \(high\)\n {4}The delay is long at delaySeconds \(20\)\./,
    );
    assert.match(text, /index\.ts:7:1/);
    assert.match(text, /No control looks at aws:kms\/key:Key \(1\)/);
    assert.match(text, /2 resources judged as dev \(dev\): 0 mandatory, 1 advisory, 0 undecided, 0 exempted\.$/);
  });

  it("fails one in which something is, also where only the whole stack shows it", async () => {
    assert.equal((await run([queue(5)])).passed, false);
  });

  it("takes levels and settings from a policy configuration", async () => {
    const config = file("config.json", { "probe-single": { enforcementLevel: "mandatory", limit: 15 } });
    assert.equal((await run([key, queue(20)], { config })).passed, false);
    assert.equal((await run([key, queue(14)], { config })).passed, true);
    const strict = file("strict.json", { settings: { profile: "strict" } });
    assert.equal((await run([key, queue(20)], { config: strict })).passed, false);
  });

  it("takes settings from a stack's file", async () => {
    const stackConfig = file("Pulumi.dev.yaml", "config:\n  container-delivery-policies:environment: prod\n");
    assert.equal((await run([key, queue(20)], { stackConfig })).passed, false);
  });

  it("takes the environment and the exemptions that it is told", async () => {
    const [passing, strict] = [await run([key, queue(20)]), await run([key, queue(20)], { environment: "prod" })];
    assert.deepEqual([passing.passed, strict.passed], [true, false]);
    assert.match(strict.text, /judged as prod \(prod\)/);
    const expires = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const record = { id: "EX-1", policy: "probe-single", type: "aws:sqs/queue:Queue", name: "jobs" };
    const reason = "The jobs are long, and nobody waits for them.";
    const exemptions = file("ex.json", { exemptions: [{ ...record, reason, owner: "platform", expires }] });
    const exempted = await run([key, queue(20)], { environment: "prod", exemptions });
    assert.equal(exempted.passed, true, exempted.text);
    assert.match(exempted.text, /exempted {2}probe-single \(high\) \[exemption EX-1: ending, /);
    assert.match((await run([key, queue(5)], { exemptions })).text, /^Exemption EX-1 .* is not needed any more\./);
    assert.match((await run([key], { exemptions })).text, /^Exemption EX-1 .* names no resource of this stack\./);
  });

  it("does not pass an export in which a mandatory control could not look into a secret", async () => {
    const encrypted = { ...secret(undefined), ciphertext: "v1:" };
    const named = (name: unknown) => ({ ...queue(5), inputs: { ...queue(5).inputs, name } });
    const { text, passed } = await run([key, named(encrypted)]);
    assert.equal(passed, false);
    assert.match(text, /^The secrets in the file are encrypted, .* Export the stack with `--show-secrets`\./);
    assert.equal((await run([key, named({ ...encrypted, ciphertext: undefined, plaintext: '"good"' })])).passed, true);
    const other = { ...queue(5), inputs: { ...queue(5).inputs, tags: encrypted } };
    assert.equal((await run([key, other])).passed, true);
  });

  it("passes a stack without resources", async () => {
    assert.deepEqual(await run([]), {
      text: "0 resources judged as a stack without a name (unknown, so the strictest): 0 mandatory, 0 advisory, 0 undecided, 0 exempted.",
      passed: true,
    });
  });

  it("does not pass wrong settings", async () => {
    const { text, passed } = await run([], { config: file("config.json", { "probe-singel": "mandatory" }) });
    assert.equal(passed, false);
    assert.match(text, /`probe-singel` is no control\. Did you mean `probe-single`\?/);
  });

  it("writes every report at once, or one to the standard output", async () => {
    const options = { json: join(folder, "r.json"), sarif: join(folder, "r.sarif"), html: join(folder, "r.html") };
    await run([key, queue(20)], options);
    const report = JSON.parse(readFileSync(options.json, "utf8")) as Report;
    assert.deepEqual(
      report.findings.map(({ policy, source }) => [policy, source?.line]),
      [["probe-single", 7]],
    );
    assert.match(readFileSync(options.sarif, "utf8"), /"version": "2\.1\.0"/);
    assert.match(readFileSync(options.html, "utf8"), /^<!doctype html>/);
    const { text } = await run([key, queue(20)], { sarif: true });
    assert.equal((JSON.parse(text) as { version: string }).version, "2.1.0");
  });

  it("refuses two reports on the standard output, and files that cannot be read", async () => {
    await assert.rejects(
      run([], { json: true, html: true }),
      /Only one report can go to standard output\. Name a file for --html\./,
    );
    await assert.rejects(check(join(folder, "missing"), {}, probes), /missing cannot be read: ENOENT/);
    await assert.rejects(run([], { json: join(folder, "state.json/r.json") }), /r\.json cannot be written: /);
    await assert.rejects(run([], { stackConfig: file("Pulumi.dev.yaml", "config: [") }), /dev\.yaml is no YAML: /);
  });
});
