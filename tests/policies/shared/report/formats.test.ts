import { strict as assert } from "node:assert";
import Ajv from "ajv-draft-04";
import { htmlOf } from "../../../../policies/shared/report/html";
import { reportOf } from "../../../../policies/shared/report/report";
import { sarifOf } from "../../../../policies/shared/report/sarif";
// As published: https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json
import schema from "../../../support/schemas/sarif-2.1.0.json";
import { exemption, judged, place, recordOf, report, resolved, undecided, urn } from "../../../support/reported";

describe("the SARIF report", () => {
  it("has one rule for each control, and results that point to it", () => {
    const run = sarifOf(report(judged(), judged({ path: "other" }), undecided)).runs[0];
    assert.deepEqual(
      run?.tool.driver.rules?.map(({ id }) => id),
      ["probe-several", "probe-whole"],
    );
    assert.deepEqual(
      run?.results?.map(({ ruleId, ruleIndex }) => [ruleId, ruleIndex]),
      [
        ["probe-several", 0],
        ["probe-several", 0],
        ["probe-whole", 1],
      ],
    );
  });

  it("says error, warning, or that somebody must look", () => {
    const results = sarifOf(report(judged(), judged({ level: "advisory" }), undecided)).runs[0]?.results;
    assert.deepEqual(
      results?.map(({ kind, level }) => `${kind} ${level}`),
      ["fail error", "fail warning", "review none"],
    );
  });

  it("names the resource, the property and the place in the program", () => {
    const record = recordOf(judged());
    record.from(urn, { file: "infra/my stack.ts", line: 3, column: 5 });
    const run = sarifOf(reportOf(record, resolved(), place)).runs[0];
    const location = run?.results?.[0]?.locations?.[0];
    assert.equal(location?.physicalLocation?.artifactLocation?.uri, "infra/my%20stack.ts");
    assert.equal(location.physicalLocation.region?.startLine, 3);
    assert.equal(location.logicalLocations?.[0]?.fullyQualifiedName, urn);
    assert.equal(run?.results?.[0]?.message.text, 'The name is <bad> at name ("bad & worse"). Set `name`.');
  });

  it("names the project where nobody knows the place: services refuse results without a file", () => {
    const [result] = sarifOf(report(judged())).runs[0]?.results ?? [];
    assert.equal(result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri, "Pulumi.yaml");
    assert.equal(result.locations[0].physicalLocation.region?.startLine, 1);
  });

  it("tells findings of one place apart, the same way in every run", () => {
    const same = [judged(), judged({ what: "The name is long" }), judged({ detail: "a" }), judged({ detail: "b" })];
    const hashes = () =>
      sarifOf(report(...same)).runs[0]?.results?.map(
        ({ partialFingerprints }) => partialFingerprints?.["primaryLocationLineHash"],
      );
    assert.equal(new Set(hashes()).size, same.length);
    assert.deepEqual(hashes(), hashes());
  });

  it("rates a rule by the worst of what it found", () => {
    const found = report(judged({ severity: "low" }), judged({ severity: "high", level: "advisory" }));
    assert.equal(sarifOf(found).runs[0]?.tool.driver.rules?.[0]?.properties?.["security-severity"], "8.0");
  });

  it("suppresses what is exempted, and not what has expired", () => {
    const suppressed = (state: "in force" | "expired") =>
      sarifOf(report(judged({ exemption: { ...exemption, state } }))).runs[0]?.results?.[0]?.suppressions;
    assert.equal(suppressed("in force")?.[0]?.justification, "EX-1 (a, until 2026-09-01): b");
    assert.equal(suppressed("expired"), undefined);
  });

  describe("is what the standard's own schema asks for", () => {
    // Some of the schema's patterns are not regular expressions in Unicode mode.
    const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
    const located = recordOf(judged());
    located.from(urn, { file: "infra/my stack.ts", line: 3, column: 5 });
    const reports = {
      "without findings": report(),
      "with findings of every kind": report(judged(), judged({ level: "advisory" }), undecided),
      "with a place in the program": reportOf(located, resolved(), place),
      "with an exemption": report(judged({ exemption: { ...exemption, state: "in force" } })),
      "with an expired exemption": report(judged({ exemption: { ...exemption, state: "expired" } })),
      "with wrong settings": reportOf(recordOf(), resolved(["A setting is wrong."]), place),
    };
    for (const [title, made] of Object.entries(reports)) {
      it(title, () => {
        validate(JSON.parse(JSON.stringify(sarifOf(made))));
        assert.deepEqual(validate.errors, null);
      });
    }

    it("and would not be without a tool", () => assert.equal(validate({ version: "2.1.0", runs: [{}] }), false));
  });

  it("has failed when the settings are wrong", () => {
    const made = reportOf(recordOf(), resolved(["A setting is wrong."]), place);
    const invocation = sarifOf(made).runs[0]?.invocations?.[0];
    assert.equal(invocation?.executionSuccessful, false);
    assert.equal(invocation.toolConfigurationNotifications?.[0]?.message.text, "A setting is wrong.");
  });
});

describe("the HTML report", () => {
  const page = htmlOf(report(judged(), undecided));

  it("orders severities from the worst on, whatever the levels are", () => {
    const low = judged({ severity: "low" });
    const severe = judged({ severity: "high", level: "advisory" });
    const rows = htmlOf(report(low, severe)).match(/<tr><td>(critical|high|medium|low)<\/td>/g);
    assert.deepEqual(
      rows?.map((row) => row.replace(/<.*?>/g, "")),
      ["critical", "high", "medium", "low"],
    );
  });

  it("says where the program made a resource, and what is to be tidied up", () => {
    const record = recordOf(judged());
    record.from(urn, { file: "infra/<queue>.ts", line: 3, column: 5 });
    const made = htmlOf(reportOf(record, resolved(), place, { notes: ["Exemption <EX-1> is not needed any more."] }));
    assert.match(made, /<code>infra\/&lt;queue&gt;\.ts:3:5<\/code>/);
    assert.match(made, /Exemption &lt;EX-1&gt; is not needed any more\./);
  });

  it("escapes what comes from the program", () => {
    assert.ok(page.includes("The name is &lt;bad&gt;") && page.includes("&quot;bad &amp; worse&quot;"));
    assert.ok(!page.includes("<bad>"));
  });

  it("loads nothing and runs nothing", () => {
    assert.doesNotMatch(page, /<script|<link|<img|<iframe|\ssrc=|@import|url\(/i);
    assert.match(page, /default-src 'none'/);
  });

  it("counts by severity and by control, and lists what is not covered", () => {
    assert.match(page, /<tr><td>critical<\/td><td>1<\/td><td>0<\/td><td>0<\/td><td>0<\/td><\/tr>/);
    assert.match(page, /<tr><td>probe-whole<\/td><td>0<\/td><td>0<\/td><td>1<\/td><td>0<\/td><\/tr>/);
    assert.match(page, /<code>aws:kms\/key:Key<\/code><\/td><td>1<\/td>/);
  });
});
