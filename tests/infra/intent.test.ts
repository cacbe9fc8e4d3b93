import { strict as assert } from "node:assert";
import { runProgram } from "../support/program";
import type { ProgramRun } from "../support/program";

interface Statement {
  readonly Sid: string;
  readonly Action: string | string[];
  readonly Resource: string | string[];
}

interface Intent {
  readonly sid: string;
  readonly actions: string[];
  readonly resources: string[];
}

const list = (value: string | string[]) => [value].flat();
const intents = ({ recorder }: ProgramRun): Intent[] =>
  recorder.resources.flatMap(({ type, inputs }) =>
    type.startsWith("container-delivery:") ? (inputs.statements ?? []) : [],
  );

/** `<generated>` is one segment without wildcards; everything else is literal. */
function covers(declared: string, real: string): boolean {
  const [first = "", ...rest] = declared.split("<generated>");
  if (rest.length === 0) return declared === real;
  const quote = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${[first, ...rest].map(quote).join("[^*?:/]+")}$`).test(real);
}

for (const stack of ["dev", "prod"]) {
  describe(`declared intent of ${stack}`, () => {
    let preview: ProgramRun;
    let update: ProgramRun;
    before(async function () {
      this.timeout(60_000);
      preview = await runProgram(stack, {}, true);
      update = await runProgram(stack);
    });

    it("is known to the last leaf in the first preview", () => {
      const known = intents(preview);
      assert.ok(known.length > 20, String(known.length));
      for (const { sid, actions, resources } of known) {
        assert.ok(actions?.length > 0 && actions.every(Boolean), sid);
        assert.ok(resources?.length > 0 && resources.every(Boolean), sid);
      }
    });

    it("is the same before and after the first deployment", () => {
      assert.deepEqual(intents(preview), intents(update));
    });

    it("covers every statement of every role", () => {
      const declared = intents(update);
      const documents = update.recorder.ofType("aws:iam/rolePolicy:RolePolicy");
      assert.ok(documents.length >= 5, String(documents.length));
      for (const { name, inputs } of documents) {
        for (const statement of JSON.parse(inputs.policy).Statement as Statement[]) {
          const [actions, resources] = [list(statement.Action), list(statement.Resource)];
          const covered = declared.some(
            (intent) =>
              intent.sid === statement.Sid &&
              assertable(intent.actions, actions) &&
              resources.every((real) => intent.resources.some((each) => covers(each, real))),
          );
          assert.ok(covered, `${name}: ${statement.Sid} ${resources.join(" ")}`);
        }
      }
    });
  });
}

const assertable = (declared: string[], real: string[]) => [...declared].sort().join() === [...real].sort().join();
