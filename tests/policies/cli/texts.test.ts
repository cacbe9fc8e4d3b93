import { strict as assert } from "node:assert";
import { begin, catalogue, end, withCatalogue } from "../../../policies/cli/catalogue";
import { explain } from "../../../policies/cli/explain";
import { list } from "../../../policies/cli/list";
import { probes, single } from "../wire/probe/controls";
import type { Control } from "../../../policies/shared/control";

// eslint-disable-next-line no-control-regex
const plain = (text: string) => text.replace(/\u001b\[\d+m/g, "");

describe("explain", () => {
  it("says everything about a control", () => {
    assert.equal(
      plain(explain("probe-single", probes)),
      [
        "probe-single  One resource\nQueues must be small.",
        "Severity\n  high",
        "Level\n  advisory in dev, mandatory elsewhere",
        "Judged\n  before each resource is created",
        "What to do\n  Set it.",
        "Corrects by itself\n  no",
        "Exemptions\n  possible, with a reason and an end",
        "Looks at\n  aws:sqs/queue:Queue: delaySeconds",
        "Settings\n  limit (integer, by default 10)",
        "Elsewhere\n  Security Hub PROBE.1, checkov CKV_PROBE_1",
        "Read on\n  https://example.com/probe",
      ].join("\n\n"),
    );
  });

  it("says what a stack control cannot prevent", () => {
    assert.match(plain(explain("probe-whole", probes)), /in an update after creation, so make a preview required/);
  });

  it("finds a control by the rule's id elsewhere, and asks where several are that rule", () => {
    for (const id of ["CKV_PROBE_1", "probe.1", "Security Hub PROBE.1"]) {
      assert.match(plain(explain(id, [single as unknown as Control])), /^probe-single {2}/);
      assert.throws(
        () => explain(id, probes),
        /is several controls here\. Ask for one of probe-single, probe-several, /,
      );
    }
  });

  it("explains the settings, which speak under a name of their own", () => {
    const text = plain(explain("settings", probes));
    assert.match(text, /^onUnknown {2}CONTAINER_DELIVERY_POLICIES_ON_UNKNOWN\n {2}The level of what /m);
    assert.match(text, /It is one of advisory, mandatory\.$/m);
  });

  it("names the nearest control for an unknown one", () => {
    assert.throws(
      () => explain("probe-singel", probes),
      /There is no control probe-singel\. Did you mean `probe-single`\?/,
    );
  });
});

describe("list", () => {
  it("shows every control in a table", () => {
    const text = plain(list(false, probes));
    for (const { id } of probes) assert.match(text, new RegExp(`│ ${id} `));
    assert.match(text, /7 controls\./);
  });

  it("gives all metadata as JSON", () => {
    const listed = JSON.parse(list(true, probes)) as Record<string, unknown>[];
    assert.deepEqual(
      listed.map(({ id }) => id),
      probes.map(({ id }) => id),
    );
    assert.deepEqual(listed[0]?.["settings"], { limit: { type: "integer", default: 10 } });
    assert.equal(listed[1]?.["exemptable"], false);
    assert.deepEqual(listed[2]?.["judges"], ["stack"]);
    assert.equal(listed[4]?.["remediates"], true);
  });
});

describe("the catalogue", () => {
  it("has one row for each control", () => {
    const odd = { ...single, id: "other-odd", description: "A | must\nbreak nothing." } as unknown as Control;
    const text = catalogue([odd, ...probes]);
    assert.match(
      text,
      /\| \[probe-single\]\(https:\/\/example\.com\/probe\) \| high \| A\/M \| r \| {2}\| Queues must be small\. \|/,
    );
    assert.match(text, /\| \[other-odd\].*\| A \\\| must break nothing\. \|/);
    assert.equal(text.match(/^\| \[/gm)?.length, probes.length + 1);
  });

  it("replaces the part between its marks, and only that", () => {
    const readme = `# Title\n\n${begin}\nold\n${end}\n\nAfter.\n`;
    const made = withCatalogue(readme, probes);
    assert.ok(made.startsWith("# Title\n\n") && made.endsWith("\n\nAfter.\n") && !made.includes("old"));
    assert.equal(withCatalogue(made, probes), made);
    assert.throws(() => withCatalogue("# Title\n", probes), /has no part between/);
  });
});
