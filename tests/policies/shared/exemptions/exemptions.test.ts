import { strict as assert } from "node:assert";
import type { Finding } from "../../../../policies/shared/control";
import { daysUntil, Exemptions } from "../../../../policies/shared/exemptions/exemptions";
import type { Written } from "../../../../policies/shared/exemptions/schema";
import { single, several } from "../../wire/probe/controls";
import type { Control } from "../../../../policies/shared/control";

const now = new Date("2026-06-01T23:30:00Z");
const control = single as unknown as Control;
const place = { urn: "urn:pulumi:dev::shop::aws:sqs/queue:Queue::jobs", type: "aws:sqs/queue:Queue", name: "jobs" };
const component = { urn: "urn:pulumi:dev::shop::my:index:Queues::all", type: "my:index:Queues", name: "all" };
const finding: Finding & { severity: "high" } = {
  outcome: "violation",
  urn: place.urn,
  path: "delaySeconds",
  what: "",
  fix: "",
  detail: "delay",
  severity: "high",
};
const written = (fields: Partial<Written>): Written => ({
  id: "EX-1",
  policy: "probe-single",
  reason: "",
  owner: "platform",
  expires: "2026-07-01",
  ...fields,
});
const stateOf = (fields: Partial<Written>, at: typeof finding = finding) =>
  new Exemptions([written(fields)], now).find(control, at, place, [component])?.state;

describe("an exemption", () => {
  const cases: [behaviour: string, fields: Partial<Written>, state: string | undefined][] = [
    ["holds for the URN it names", { urn: place.urn }, "in force"],
    ["does not hold for another URN", { urn: `${place.urn}2` }, undefined],
    ["holds for type and name", { type: place.type, name: "jobs" }, "in force"],
    ["holds for the type as the CLI shows it", { type: "aws:sqs:Queue", name: "jobs" }, "in force"],
    ["does not hold for a module alone", { type: "aws:sqs", name: "jobs" }, undefined],
    ["does not hold for the type alone", { type: place.type, name: "other" }, undefined],
    ["holds inside the component with this URN", { component: component.urn }, "in force"],
    [
      "holds inside the component with this type and name",
      { component: { type: component.type, name: "all" } },
      "in force",
    ],
    ["does not hold inside another component", { component: { type: component.type, name: "one" } }, undefined],
    ["holds for the path it names", { urn: place.urn, path: "delaySeconds" }, "in force"],
    ["does not hold for another path", { urn: place.urn, path: "name" }, undefined],
    ["holds for the detail it names", { urn: place.urn, detail: "delay" }, "in force"],
    ["does not hold for another detail", { urn: place.urn, detail: "name" }, undefined],
    ["does not hold for another control", { urn: place.urn, policy: "probe-several" }, undefined],
    ["is ending when less than 14 days are left", { urn: place.urn, expires: "2026-06-14" }, "ending"],
    ["is not ending when 14 days are left", { urn: place.urn, expires: "2026-06-15" }, "in force"],
    ["holds on its last day", { urn: place.urn, expires: "2026-06-01" }, "ending"],
    ["has expired the day after", { urn: place.urn, expires: "2026-05-31" }, "expired"],
  ];
  for (const [behaviour, fields, state] of cases) {
    it(behaviour, () => assert.equal(stateOf(fields), state));
  }

  it("does not lift a finding that is critical on a control that is not", () => {
    assert.equal(stateOf({ urn: place.urn }, { ...finding, severity: "critical" as "high" }), undefined);
  });

  it("lifts a critical finding of a control that allows it", () => {
    const list = new Exemptions([written({ urn: place.urn, policy: several.id })], now);
    const allowed = { ...several, exemptable: true };
    assert.equal(list.find(allowed, { ...finding, severity: "critical" }, place, [])?.id, "EX-1");
  });

  it("yields to one for the same finding with more days left", () => {
    const list = [written({ urn: place.urn, expires: "2026-05-01" }), written({ id: "EX-2", urn: place.urn })];
    assert.equal(new Exemptions(list, now).find(control, finding, place, [])?.id, "EX-2");
  });

  it("counts days in UTC, whatever the hour", () => {
    assert.equal(daysUntil("2026-06-02", now), 1);
    assert.equal(daysUntil("2026-05-29", now), -3);
  });
});

describe("all exemptions together", () => {
  it("know which name no resource, and which are not needed", () => {
    const list = new Exemptions(
      [
        written({ id: "used", urn: place.urn }),
        written({ id: "needless", urn: place.urn, path: "name" }),
        written({ id: "nowhere", urn: `${place.urn}2` }),
      ],
      now,
    );
    list.saw(place, []);
    list.find(control, finding, place, []);
    assert.deepEqual(
      list.unmatched().map(({ id }) => id),
      ["nowhere"],
    );
    assert.deepEqual(
      list.unused().map(({ id }) => id),
      ["needless"],
    );
  });
});
