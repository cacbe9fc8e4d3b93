import { strict as assert } from "node:assert";
import { resolve } from "../../../../policies/shared/configuration/resolve";
import type { Resolved } from "../../../../policies/shared/configuration/resolve";
import { Exemptions } from "../../../../policies/shared/exemptions/exemptions";
import type { Written } from "../../../../policies/shared/exemptions/schema";
import { Judgement } from "../../../../policies/shared/judgement/judgement";
import { violationsOf } from "../../../../policies/shared/judgement/message";
import { resourceOf, stackOf, unknown } from "../../../support/policy";
import type { Described } from "../../../support/policy";
import { probes } from "../../wire/probe/controls";

const now = new Date("2026-06-01");
const resolved = (stackName = "prod", stack: Record<string, string> = {}): Resolved =>
  resolve({
    controls: probes,
    sources: { variables: {}, pack: {}, stack },
    stackName,
    projectName: "shop",
    preview: true,
    stackTags: new Map(),
    announced: new Map(),
    now,
  });
const component = "urn:pulumi:dev::shop::my:index:Queues::all";
const inner = "urn:pulumi:dev::shop::my:index:Inner::inner";
const queue: Described = { type: "aws:sqs/queue:Queue", name: "jobs", parent: inner, props: { delaySeconds: 20 } };
const written: Written = { id: "EX-1", policy: "probe-single", reason: "r", owner: "o", expires: "2026-09-01" };

async function judged(exemption: Written, resource: Described = queue) {
  const judgement = new Judgement(probes);
  const circumstances = { ...resolved(), exemptions: new Exemptions([exemption], now) };
  const before: Described[] = [
    { type: "my:index:Queues", urn: component, name: "all" },
    { type: "my:index:Inner", urn: inner, name: "inner", parent: component },
  ];
  for (const each of before) await judgement.resource(resourceOf(each), circumstances);
  return judgement.resource(resourceOf(resource), circumstances);
}

describe("judging", () => {
  it("knows the components around a resource by name and URN, however far out", async () => {
    for (const place of [component, inner, { type: "my:index:Queues", name: "all" }]) {
      assert.equal((await judged({ ...written, component: place }))[0]?.level, "advisory");
    }
    const other = { type: "my:index:Queues", name: "others" };
    assert.equal((await judged({ ...written, component: other }))[0]?.level, "mandatory");
  });

  it("exempts what is undecided, too", async () => {
    const finding = (await judged({ ...written, component }, { ...queue, props: { delaySeconds: unknown } }))[0];
    assert.deepEqual([finding?.outcome, finding?.exemption?.id], ["undecided", "EX-1"]);
  });

  it("ends with a parent that is its own", async () => {
    const judgement = new Judgement(probes);
    const circumstances = { ...resolved(), exemptions: new Exemptions([written], now) };
    const strange = { ...queue, urn: "urn:pulumi:dev::shop::a::b", parent: "urn:pulumi:dev::shop::a::b" };
    assert.equal((await judgement.resource(resourceOf(strange), circumstances)).length, 1);
  });

  it("hides what the program marked as secret", async () => {
    const [finding] = await judged({ ...written, urn: "x" }, { ...queue, secrets: ["delaySeconds"] });
    assert.equal(finding?.shown, "[redacted]");
  });

  it("adds the accounts of all providers for the whole stack", async () => {
    const seen: (readonly string[])[] = [];
    const spy = {
      ...probes[2],
      checkStack: (_: unknown, __: unknown, context: { settings: { ownAccounts: readonly string[] } }) =>
        seen.push(context.settings.ownAccounts),
    };
    const judgement = new Judgement([spy as never]);
    const list: Described[] = ["222222222222", "111111111111"].map((id) => ({
      ...queue,
      name: id,
      parent: undefined,
      provider: { allowedAccountIds: [id] },
    }));
    await judgement.stack(stackOf(...list), resolved());
    assert.deepEqual(seen, [["111111111111", "222222222222"]]);
  });
});

describe("messages", () => {
  it("tell what is undecided once for a resource, under the gravest control", async () => {
    const judgement = new Judgement(probes);
    const both = { ...queue, parent: undefined, props: { delaySeconds: unknown, name: unknown } };
    const violations = violationsOf(await judgement.resource(resourceOf(both), resolved()));
    assert.deepEqual(
      violations.map(({ name, enforcementLevel }) => [name, enforcementLevel]),
      [["probe-several", "advisory"]],
    );
    assert.equal(
      violations[0]?.message,
      "Undecided: delaySeconds, name: its value is not known until the update. Make it known in preview, or judge it in the update. Waiting for it, too: probe-single. https://example.com/probe",
    );
  });
});
