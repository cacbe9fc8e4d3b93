import { strict as assert } from "node:assert";
import { parseExemptions } from "../../../../policies/shared/exemptions/read";
import { probes } from "../../wire/probe/controls";

const circle = { controls: probes, now: new Date("2026-06-01T12:00:00Z"), stackName: "dev", projectName: "shop" };
const urn = "urn:pulumi:dev::shop::aws:sqs/queue:Queue::jobs";
const good = {
  id: "EX-1",
  policy: "probe-single",
  urn,
  reason: "The supplier needs a long delay until the move.",
  owner: "platform",
  expires: "2026-09-01",
};
const problemsOf = (...records: object[]) =>
  parseExemptions(JSON.stringify({ exemptions: records }), "exemptions.json", circle).problems;
const without = (field: keyof typeof good) => ({ ...good, [field]: undefined });

describe("the exemption file", () => {
  it("is read as JSON and as YAML", () => {
    const yaml = `exemptions:\n  - ${Object.entries(good)
      .map(([name, value]) => `${name}: "${value}"`)
      .join("\n    ")}\n`;
    for (const text of [JSON.stringify({ exemptions: [good] }), yaml]) {
      const { exemptions, problems } = parseExemptions(text, "file", circle);
      assert.deepEqual(problems, []);
      assert.deepEqual(exemptions?.all, [good]);
    }
  });

  it("may name a resource by type and name, or a component by URN or type and name", () => {
    assert.deepEqual(problemsOf({ ...without("urn"), type: "aws:sqs/queue:Queue", name: "jobs" }), []);
    assert.deepEqual(problemsOf({ ...without("urn"), component: "urn:pulumi:dev::shop::my:index:Queues::q" }), []);
    assert.deepEqual(problemsOf({ ...without("urn"), component: { type: "my:index:Queues", name: "q" } }), []);
  });

  const target = "name the resource by urn, or by type and name, or name the component around it: exactly one.";
  const wrong: [what: string, record: object, message: string][] = [
    ["no policy", without("policy"), "EX-1: policy is missing."],
    ["no reason", without("reason"), "EX-1: reason is missing."],
    ["no owner", without("owner"), "EX-1: owner is missing."],
    ["no expiry", without("expires"), "EX-1: expires is missing."],
    ["no id", without("id"), "number 1: id is missing."],
    ["no resource", without("urn"), `EX-1: ${target}`],
    ["two ways to name the resource", { ...good, type: "aws:sqs/queue:Queue", name: "jobs" }, `EX-1: ${target}`],
    ["a type without a name", { ...without("urn"), type: "aws:sqs/queue:Queue" }, `EX-1: ${target}`],
    ["a type beside a URN", { ...good, type: "aws:sqs/queue:Queue" }, `EX-1: ${target}`],
    ["an unknown field", { ...good, expiry: "2026-09-01" }, "EX-1: expiry is unknown. Did you mean `expires`?"],
    [
      "an unknown policy",
      { ...good, policy: "probe-singl" },
      "EX-1: policy `probe-singl` is no control. Did you mean `probe-single`?",
    ],
    [
      "a wildcard policy",
      { ...good, policy: "probe-*" },
      "EX-1: policy must be the id of one control, without wildcards.",
    ],
    [
      "a wildcard URN",
      { ...good, urn: `${urn}*` },
      "EX-1: urn must be a whole URN without wildcards, as `pulumi stack --show-urns` shows it.",
    ],
    [
      "a short reason",
      { ...good, reason: "because" },
      "EX-1: reason is too short to be reviewed. Say why the risk is acceptable, in 20 characters or more.",
    ],
    ["an expiry in words", { ...good, expires: "next year" }, "EX-1: expires must be a date such as 2027-01-31."],
    [
      "an impossible day",
      { ...good, expires: "2026-06-31" },
      "EX-1: expires `2026-06-31` is no date. Write it as 2027-01-31.",
    ],
    [
      "an expiry too far away",
      { ...good, expires: "2026-11-29" },
      "EX-1: expires 2026-11-29 is 181 days away. Allowed are 180: review it again then.",
    ],
    [
      "a critical control",
      { ...good, policy: "probe-several" },
      "EX-1: probe-several cannot be exempted: it is critical. Correct the resource.",
    ],
    ["an owner of spaces", { ...good, owner: "  " }, "EX-1: owner is empty."],
    [
      "a reason of spaces",
      { ...good, reason: "because".padEnd(40) },
      "EX-1: reason is too short to be reviewed. Say why the risk is acceptable, in 20 characters or more.",
    ],
    ["a number for an id", { ...good, id: 5 }, "number 1: id must be a word of letters, digits, dots and dashes."],
    [
      "a component that is none",
      { ...without("urn"), component: 5 },
      "EX-1: component must be a URN, or a type and a name.",
    ],
    ["no stacks", { ...good, stacks: [] }, "EX-1: stacks must NOT have fewer than 1 items."],
    [
      "a number for a reason",
      { ...good, reason: 5 },
      "EX-1: reason is too short to be reviewed. Say why the risk is acceptable, in 20 characters or more.",
    ],
  ];
  for (const [what, record, message] of wrong) {
    it(`is refused with ${what}`, () => {
      const { exemptions, problems } = parseExemptions(JSON.stringify({ exemptions: [record] }), "x.json", circle);
      assert.equal(exemptions, undefined);
      assert.deepEqual(problems, [`Exemptions: x.json: ${message}`]);
    });
  }

  it("accepts the longest term there is", () => {
    assert.deepEqual(problemsOf({ ...good, expires: "2026-11-28" }), []);
  });

  it("is refused when an id or a target is used twice", () => {
    assert.deepEqual(problemsOf(good, { ...good, detail: "delay" }), [
      "Exemptions: exemptions.json: EX-1: its id is used twice. Give every exemption its own.",
    ]);
    assert.deepEqual(problemsOf(good, { ...good, id: "EX-2" }), [
      "Exemptions: exemptions.json: EX-2: another exemption names the same policy, resource, path and detail. Keep one.",
    ]);
  });

  it("is refused whole: no exemption of it holds", () => {
    const text = JSON.stringify({ exemptions: [good, without("reason")] });
    assert.equal(parseExemptions(text, "x.json", circle).exemptions, undefined);
  });

  it("may hold exemptions of other stacks, which do not concern this one", () => {
    const other = { ...good, id: "EX-2", urn: urn.replace("dev::", "prod::") };
    const limited = { ...without("urn"), id: "EX-3", type: "aws:sqs/queue:Queue", name: "jobs", stacks: ["prod"] };
    const read = parseExemptions(JSON.stringify({ exemptions: [good, other, limited] }), "x", circle);
    assert.deepEqual(
      read.exemptions?.all.map(({ id }) => id),
      ["EX-1"],
    );
  });
});
