import { strict as assert } from "node:assert";
import type { Control } from "../../../../policies/shared/control";
import { JudgementRecord } from "../../../../policies/shared/report/record";
import { summaryOf } from "../../../../policies/shared/report/summary";
import { resourceOf } from "../../../support/policy";
import { exemption, judged, queue, recordOf, report, resolved, undecided } from "../../../support/reported";
import { probes } from "../../wire/probe/controls";

describe("the report", () => {
  it("counts what stops, what warns, what is undecided and what is exempted", () => {
    const made = report(judged(), judged({ level: "advisory" }), undecided, judged({ level: "advisory", exemption }));
    assert.deepEqual(made.counts, { mandatory: 1, advisory: 1, undecided: 1, exempted: 1 });
  });

  it("counts a finding whose exemption has expired as any other", () => {
    const expired = { ...exemption, state: "expired" as const, daysLeft: -3 };
    assert.deepEqual(report(judged({ exemption: expired })).counts, {
      mandatory: 1,
      advisory: 0,
      undecided: 0,
      exempted: 0,
    });
  });

  it("puts what stops first, then what is graver", () => {
    const made = report(undecided, judged({ level: "advisory" }), judged({ severity: "low" }), judged());
    assert.deepEqual(
      made.findings.map(({ level, severity }) => `${level} ${severity}`),
      ["mandatory critical", "mandatory low", "advisory critical", "advisory low"],
    );
  });

  it("lists the AWS types that no control looks at", () => {
    assert.deepEqual(report().uncovered, { "aws:kms/key:Key": 1 });
  });

  it("does not take a look at tags for one at the resource", () => {
    const control = (paths: string[]) => ({ ...probes[0], reads: { "aws:codebuild/fleet:Fleet": paths } }) as Control;
    const listed = (...controls: Control[]) => {
      const record = new JudgementRecord(controls);
      record.resource(resourceOf({ type: "aws:codebuild/fleet:Fleet" }), []);
      return [...record.uncovered.keys()];
    };
    assert.deepEqual(listed(control(["tags"])), ["aws:codebuild/fleet:Fleet"]);
    assert.deepEqual(listed(control(["tags"]), control(["tags", "imageId"])), []);
    assert.deepEqual(listed(control([])), []);
  });

  it("keeps the last judgement of a resource only", () => {
    const record = recordOf(judged(), judged());
    record.resource(resourceOf(queue), [judged()]);
    assert.equal(record.findings.length, 1);
  });
});

describe("the summary", () => {
  it("says nothing when there is nothing to say", () => {
    const record = new JudgementRecord(probes);
    record.resource(resourceOf(queue), []);
    assert.equal(summaryOf(record, resolved(), []), undefined);
  });

  it("counts, and tells what is not covered, what ends soon and where the report is", () => {
    assert.equal(
      summaryOf(recordOf(judged(), undecided, judged({ level: "advisory", exemption })), resolved(), ["/tmp/r.json"]),
      [
        "3 resources judged as dev (dev): 1 mandatory, 1 undecided, 1 exempted.",
        "No control looks at: aws:kms/key:Key.",
        "Exemption EX-1 ends in 5 days (a).",
        "Report: /tmp/r.json",
      ].join("\n"),
    );
  });
});
