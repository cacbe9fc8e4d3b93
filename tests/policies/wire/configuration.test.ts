import { strict as assert } from "node:assert";
import type { Analyzer } from "../../support/analyzer";
import type { Sent, StartOptions, Told } from "../../support/analyzer";
import { probe } from "../../support/probe";

const queue = (delaySeconds: unknown): Sent => ({ type: "aws:sqs/queue:Queue", props: { delaySeconds } });
const stack: Sent = { type: "pulumi:pulumi:Stack", name: "shop-dev" };
const level = (told: readonly Told[], policy: string) => told.find((each) => each.policy === policy)?.level;

describe("configuration over the wire", function () {
  this.timeout(60_000);
  let analyzer: Analyzer;
  const start = async (options: StartOptions, given?: Parameters<Analyzer["configure"]>[0]) => {
    analyzer = await probe(options);
    if (given) await analyzer.configure(given);
  };
  afterEach(() => analyzer.stop());

  it("announces every control with its metadata, level and kind", async () => {
    await start({});
    const info = await analyzer.info();
    const single = info.policiesList.find(({ name }) => name === "probe-single");
    assert.ok(single);
    assert.equal(single.displayname, "One resource");
    assert.equal(single.enforcementlevel, 0);
    assert.equal(single.policyType, 1);
    assert.deepEqual(single.tagsList, ["probe", "Security Hub PROBE.1", "checkov CKV_PROBE_1"]);
    assert.equal(single.framework?.reference, "PROBE.1");
    assert.equal(single.url, "https://example.com/probe");
    assert.deepEqual(info.policiesList.map(({ name }) => name).slice(0, 2), ["settings", "summary"]);
  });

  it("takes the level of the environment that the stack's name says", async () => {
    await start({}, {});
    assert.equal(level(await analyzer.analyze(queue(20)), "probe-single"), "advisory");
    await analyzer.stop();
    await start({ stack: "prod" }, {});
    assert.equal(level(await analyzer.analyze(queue(20)), "probe-single"), "mandatory");
    await analyzer.stop();
    await start({ stack: "feature-7" }, {});
    assert.equal(level(await analyzer.analyze(queue(20)), "probe-single"), "mandatory");
  });

  it("takes the stack's tag where it is stricter", async () => {
    await start({ tags: { environment: "prod" } }, {});
    assert.equal(level(await analyzer.analyze(queue(20)), "probe-single"), "mandatory");
  });

  it("takes levels and properties from the pack's configuration", async () => {
    await start({}, { "probe-single": { enforcementLevel: "mandatory", limit: 15 } });
    assert.equal(level(await analyzer.analyze(queue(20)), "probe-single"), "mandatory");
    assert.deepEqual(await analyzer.analyze(queue(14)), []);
  });

  it("runs nothing that is disabled, by name or all", async () => {
    await start({}, { "probe-single": "disabled" });
    assert.deepEqual(await analyzer.analyze(queue(20)), []);
    await analyzer.configure({ all: "disabled" });
    assert.deepEqual(await analyzer.analyze(queue(20)), []);
  });

  it("runs what is switched on after all is switched off", async () => {
    await start({}, { all: "disabled", "probe-single": "mandatory" });
    assert.equal(level(await analyzer.analyze(queue(20)), "probe-single"), "mandatory");
    assert.equal(level(await analyzer.analyze({ ...queue(0), props: { name: "bad" } }), "probe-several"), undefined);
  });

  it("takes settings from the policy `settings`", async () => {
    await start({}, { settings: { profile: "strict" } });
    assert.equal(level(await analyzer.analyze(queue(20)), "probe-single"), "mandatory");
  });

  it("leaves out what is below the threshold", async () => {
    await start({ config: { "container-delivery-policies:severityThreshold": "critical" } }, {});
    assert.deepEqual(await analyzer.analyze(queue(20)), []);
  });

  it("runs what only a framework asks for in profile cis", async () => {
    const topic: Sent = { type: "aws:sns/topic:Topic", props: { fifoTopic: true } };
    await start({}, {});
    assert.deepEqual(await analyzer.analyze(topic), []);
    await analyzer.stop();
    await start({ environment: { CONTAINER_DELIVERY_POLICIES_PROFILE: "cis" } }, {});
    assert.equal(level(await analyzer.analyze(topic), "probe-framework"), "advisory");
  });

  it("tells everything that is wrong in one violation of the stack, and judges as in the strictest environment", async () => {
    await start(
      { config: { "container-delivery-policies:profle": "strict", "container-delivery-policies:onUnknown": "maybe" } },
      { "probe-singel": "mandatory", "probe-single": { limt: 3 } },
    );
    const [first, ...more] = await analyzer.analyze(stack);
    assert.deepEqual(more, []);
    assert.equal(first?.policy, "settings");
    assert.equal(first.level, "mandatory");
    assert.equal(
      first.message,
      [
        "4 settings are wrong; the stack is judged as in the strictest environment, without exemptions.",
        "- Stack configuration `container-delivery-policies:profle` is no setting. Did you mean `container-delivery-policies:profile`?",
        '- Stack configuration `container-delivery-policies:onUnknown` is "maybe". Set it to one of advisory, mandatory.',
        "- Policy configuration `probe-singel` is no control. Did you mean `probe-single`?",
        "- Policy configuration `probe-single`: probe-single has no property `limt`. Did you mean `limit`?",
      ].join("\n"),
    );
    // Once in every run, and again in the next.
    assert.equal(level(await analyzer.analyze(queue(20)), "probe-single"), "mandatory");
    assert.equal(level(await analyzer.analyze(stack), "settings"), undefined);
    assert.equal(level(await analyzer.analyzeStack([]), "settings"), undefined);
    assert.equal(level(await analyzer.analyze(stack), "settings"), "mandatory");
  });

  it("takes the level of all for every control, whatever the profile is", async () => {
    await start({}, { all: "advisory", settings: { profile: "strict" } });
    const told = await analyzer.analyze({ ...queue(20), props: { delaySeconds: 20, name: "bad" } });
    assert.deepEqual(
      told.map(({ level: each }) => each),
      ["advisory", "advisory"],
    );
  });
});
