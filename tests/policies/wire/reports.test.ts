import { strict as assert } from "node:assert";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Report } from "../../../policies/shared/report/report";
import type { Analyzer, Sent } from "../../support/analyzer";
import { probe } from "../../support/probe";

const queue = (name: string, delaySeconds: number): Sent => ({
  type: "aws:sqs/queue:Queue",
  name,
  props: { delaySeconds, kmsMasterKeyId: "key-1" },
});
const key: Sent = { type: "aws:kms/key:Key", name: "key", props: { id: "key-1" } };

describe("reports over the wire", function () {
  this.timeout(60_000);
  let folder: string;
  let analyzer: Analyzer;
  const file = () => join(folder, "report.json");
  const read = () => JSON.parse(readFileSync(file(), "utf8")) as Report;
  const start = async (preview: boolean, reportJson = file()) => {
    const config = { "container-delivery-policies:reportJson": reportJson };
    analyzer = await probe({ stack: "prod", preview, config });
    await analyzer.configure();
  };
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "reports-"))));
  afterEach(async () => {
    await analyzer.stop();
    rmSync(folder, { recursive: true });
  });

  it("hold what stops an update before the engine hears of it: it ends the pack at once", async () => {
    await start(false);
    for (const name of ["a", "b", "c"]) await analyzer.analyze(queue(name, 5));
    await analyzer.analyze(queue("bad", 20));
    const { complete, preview, counts, findings } = read();
    assert.deepEqual([complete, preview, counts.mandatory, findings[0]?.name], [false, false, 1, "bad"]);
  });

  it("hold the first resource of a preview that ends there", async () => {
    await start(true);
    await analyzer.analyze(queue("bad", 20));
    assert.deepEqual([read().complete, read().counts.mandatory], [false, 1]);
  });

  it("tell of one run only, however many the process serves", async () => {
    await start(true);
    await analyzer.analyze(queue("bad", 20));
    await analyzer.analyzeStack([key, queue("bad", 20)]);
    assert.deepEqual([read().complete, read().resources, read().counts.mandatory], [true, 2, 1]);
    await analyzer.analyze(queue("good", 5));
    await analyzer.analyzeStack([key, queue("good", 5)]);
    assert.deepEqual([read().complete, read().resources, read().counts.mandatory], [true, 2, 0]);
  });

  it("that cannot be written stop the first resource, and are told once", async () => {
    writeFileSync(join(folder, "file"), "");
    await start(false, join(folder, "file/report.json"));
    const [told] = await analyzer.analyze({ type: "pulumi:pulumi:Stack", name: "shop-prod" });
    assert.equal(`${told?.level} ${told?.policy}`, "mandatory settings");
    assert.match(told?.message ?? "", /^The report cannot be written to .*file\/report\.json/);
    assert.deepEqual(await analyzer.analyze(queue("good", 5)), []);
  });

  it("hold exemptions that name nothing as a problem", async () => {
    const expires = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
    const common = { policy: "probe-single", type: "aws:sqs/queue:Queue", owner: "platform", expires };
    const reason = "The jobs are long, and nobody waits for them.";
    const records = [
      { id: "EX-1", name: "gone", reason, ...common },
      { id: "EX-2", name: "good", reason, ...common },
    ];
    writeFileSync(join(folder, "exemptions.json"), JSON.stringify({ exemptions: records }));
    const environment = { CONTAINER_DELIVERY_POLICIES_EXEMPTIONS: join(folder, "exemptions.json") };
    const config = { "container-delivery-policies:reportJson": file() };
    analyzer = await probe({ config, environment });
    await analyzer.configure();
    await analyzer.analyzeStack([key, queue("good", 5)]);
    assert.match(
      read().problems.join(),
      /^Exemption EX-1 \(probe-single, platform\) names no resource of this stack\./,
    );
    assert.match(read().notes.join(), /^Exemption EX-2 \(probe-single, platform\) is not needed any more\./);
  });
});
