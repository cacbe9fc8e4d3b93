import { strict as assert } from "node:assert";
import { parseStack } from "../../../policies/cli/exportedStack";
import { controls } from "../../../policies/controls";
import { resolve } from "../../../policies/shared/configuration/resolve";
import { Judgement } from "../../../policies/shared/judgement/judgement";
import { exportedStack } from "./judges";
import { subjects } from "./measure";
import type { Subject } from "./subject";

/** What the pack finds in the subject, of what the comparison asks for. */
async function found(subject: Subject): Promise<string[]> {
  const exported = parseStack(exportedStack(subject));
  const judging = controls.filter(({ id }) => subject.about.includes(id));
  const resolved = resolve({
    ...{ controls: judging, sources: { variables: {}, pack: {}, stack: {} }, stackName: exported.stack },
    ...{ projectName: exported.project, preview: false, stackTags: new Map(), announced: new Map(), now: new Date() },
  });
  const judgement = new Judgement(judging);
  for (const resource of exported.resources) await judgement.resource(resource, resolved);
  await judgement.stack(exported.index, resolved);
  const violations = judgement.record.findings.filter(({ outcome }) => outcome === "violation");
  return [...new Set(violations.map(({ control }) => control.id))];
}

describe("what judges are compared by", () => {
  const all = subjects();

  it("has a name of its own each", () => {
    assert.equal(new Set(all.map(({ name }) => name)).size, all.length);
  });

  it("names only controls that exist", () => {
    const known = new Set(controls.map(({ id }) => id));
    const named = all.flatMap(({ broken, about }) => [...broken, ...about]);
    assert.deepEqual(
      named.filter((id) => !known.has(id)),
      [],
    );
  });

  for (const subject of all.filter(({ group }) => group === "resources")) {
    it(`${subject.name}: ${subject.broken.length === 0 ? "nothing is found" : "the fault is found, and no other"}`, async () => {
      const ids = await found(subject);
      assert.deepEqual(
        ids.filter((id) => !subject.broken.includes(id)),
        [],
      );
      assert.equal(ids.length > 0, subject.broken.length > 0);
    });
  }
});
