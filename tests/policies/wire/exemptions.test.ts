import { strict as assert } from "node:assert";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Analyzer, Sent } from "../../support/analyzer";
import { probe } from "../../support/probe";

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const record = (fields: object) => ({
  id: "EX-1",
  policy: "probe-whole",
  type: "aws:sqs/queue:Queue",
  name: "it",
  reason: "The queue holds nothing that is worth a key.",
  owner: "platform",
  expires: day(60),
  ...fields,
});
const queue: Sent = { type: "aws:sqs/queue:Queue", props: {} };

describe("exemptions over the wire", function () {
  this.timeout(60_000);
  let folder: string;
  let analyzer: Analyzer;
  const start = async (records: object[], more: Record<string, string> = {}) => {
    writeFileSync(join(folder, "exemptions.json"), JSON.stringify({ exemptions: records }));
    analyzer = await probe({
      config: { "container-delivery-policies:exemptions": join(folder, "exemptions.json"), ...more },
    });
    await analyzer.configure();
  };
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "exemptions-"))));
  afterEach(async () => {
    await analyzer.stop();
    rmSync(folder, { recursive: true });
  });

  it("turn a mandatory finding into an advisory one that says by what, for how long, who and why", async () => {
    await start([record({})]);
    const [told] = await analyzer.analyzeStack([queue]);
    assert.equal(told?.level, "advisory");
    assert.ok(
      told.message.startsWith(
        `Exempted by EX-1 until ${day(60)}, 60 days left (platform: The queue holds nothing that is worth a key.). The queue has no key`,
      ),
      told.message,
    );
  });

  it("are told loudly when they end soon", async () => {
    await start([record({ expires: day(5) })]);
    const told = await analyzer.analyzeStack([queue]);
    assert.match(told[0]?.message ?? "", /^Ending soon! Exempted by EX-1 until .*, 5 days left/);
    assert.match(told.at(-1)?.message ?? "", /1 exempted\.[^]*Exemption EX-1 ends in 5 days \(platform\)\./);
  });

  it("are mandatory findings again when they have expired", async () => {
    await start([record({ expires: day(-3) })]);
    const [told] = await analyzer.analyzeStack([queue]);
    assert.equal(told?.level, "mandatory");
    assert.match(told.message, /^Exemption EX-1 expired 3 days ago \(platform\)\. The queue has no key/);
  });

  it("that name no resource of the stack are an error, after the stack was seen", async () => {
    await start([record({ name: "gone" })]);
    const told = await analyzer.analyzeStack([queue]);
    assert.deepEqual(
      told.map(({ policy, level }) => `${level} ${policy}`),
      ["mandatory probe-whole", "mandatory settings", "advisory summary"],
    );
    assert.match(told[1]?.message ?? "", /^Exemption EX-1 \(probe-whole, platform\) names no resource of this stack\./);
  });

  it("that are wrong stop the first resource, and none of them holds", async () => {
    await start([record({}), record({ id: "EX-2", name: "other", reason: "short" })]);
    const [told] = await analyzer.analyze({ type: "pulumi:pulumi:Stack", name: "shop-dev" });
    assert.equal(`${told?.level} ${told?.policy}`, "mandatory settings");
    assert.match(told?.message ?? "", /EX-2: reason is too short to be reviewed/);
    const whole = await analyzer.analyzeStack([queue]);
    assert.equal(whole.find(({ policy }) => policy === "probe-whole")?.level, "mandatory");
  });

  it("that are missing stop the first resource", async () => {
    await start([], { "container-delivery-policies:exemptions": join(folder, "missing.yaml") });
    const [told] = await analyzer.analyze(queue);
    assert.equal(`${told?.level} ${told?.policy}`, "mandatory settings");
    assert.match(told?.message ?? "", /missing\.yaml cannot be read \(ENOENT/);
  });

  it("stay in the reports, in all formats", async () => {
    const file = (format: string) => join(folder, `deep/report.${format}`);
    await start([record({})], {
      "container-delivery-policies:reportJson": file("json"),
      "container-delivery-policies:reportSarif": file("sarif"),
      "container-delivery-policies:reportHtml": file("html"),
    });
    const told = await analyzer.analyzeStack([queue]);
    assert.match(told.at(-1)?.message ?? "", /Report: .*report\.json, .*report\.sarif, .*report\.html$/);
    const report = JSON.parse(readFileSync(file("json"), "utf8")) as {
      complete: boolean;
      findings: { exemption: object }[];
    };
    assert.equal(report.complete, true);
    assert.deepEqual(report.findings[0]?.exemption, {
      id: "EX-1",
      owner: "platform",
      reason: "The queue holds nothing that is worth a key.",
      expires: day(60),
      daysLeft: 60,
      state: "in force",
    });
    assert.match(readFileSync(file("sarif"), "utf8"), /"suppressions"/);
    assert.match(readFileSync(file("html"), "utf8"), /Exemption EX-1: in force/);
  });

  it("and findings are reported, too, when the stack is never judged", async () => {
    const file = join(folder, "report.json");
    await start([record({})], { "container-delivery-policies:reportJson": file });
    await analyzer.analyze({ type: "aws:sqs/queue:Queue", props: { delaySeconds: 99 } });
    await new Promise((done) => setTimeout(done, 600));
    const report = JSON.parse(readFileSync(file, "utf8")) as { complete: boolean; findings: { policy: string }[] };
    assert.deepEqual([report.complete, report.findings.map(({ policy }) => policy)], [false, ["probe-single"]]);
  });

  it("stop the stack when a report cannot be written", async () => {
    writeFileSync(join(folder, "file"), "");
    await start([record({})], { "container-delivery-policies:reportJson": join(folder, "file/report.json") });
    const told = await analyzer.analyzeStack([queue]);
    assert.match(
      told.find(({ policy }) => policy === "settings")?.message ?? "",
      /cannot be written to .*file\/report\.json/,
    );
  });
});
