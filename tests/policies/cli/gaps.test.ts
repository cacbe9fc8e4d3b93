import { strict as assert } from "node:assert";
import { gapsOf } from "../../../policies/cli/gaps";

const steps = (count: number) => Array.from({ length: count }, () => ({ op: "same" }));

describe("what a file does not show", () => {
  it("is nothing in an exported stack", () => assert.deepEqual(gapsOf({ deployment: {} }), []));

  it("is what has not changed, unless the preview was asked for it", () => {
    const [gap, ...more] = gapsOf({ steps: steps(1), changeSummary: { same: 40 } });
    assert.match(gap ?? "", /leaves out unchanged resources\. Run it with `--show-sames`\.$/);
    assert.deepEqual(more, []);
    assert.deepEqual(gapsOf({ steps: steps(2), changeSummary: { same: 2 } }), []);
  });

  it("is what comes after an error of the program", () => {
    const failed = (message: string, severity = "error") => gapsOf({ steps: [], diagnostics: [{ message, severity }] });
    assert.match(failed("error: Running program failed")[0] ?? "", /^The preview failed, so that resources may be/);
    assert.deepEqual(failed("something is deprecated", "warning"), []);
    // What only policies stop shows all resources.
    assert.deepEqual(failed("error: preview failed\n"), []);
  });
});
