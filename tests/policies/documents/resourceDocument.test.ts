import { strict as assert } from "node:assert";
import { eachStatement, readResourceDocument } from "../../../policies/documents/resourceDocument";
import { snsPolicy } from "../../../policies/observability/snsPolicy";
import type { Control } from "../../../policies/shared/control";
import { judge, unknown } from "../../support/policy";
import { own } from "./statements";

const named = { Effect: "Allow", Principal: { AWS: own }, Action: "sns:Publish", Resource: "*" };

/** What two controls of one document say: the one that tells its faults, and the others. */
async function told(policy: unknown, tellsFaults: boolean): Promise<string[]> {
  const control: Control = {
    ...snsPolicy,
    reads: { "aws:sns/topicPolicy:TopicPolicy": ["policy"] },
    check({ props }, report) {
      const document = readResourceDocument(props.at("policy"), report, { tellsFaults });
      if (!document) return;
      eachStatement(document, report, ({ node, allows }) => {
        if (allows) report.violation({ at: node.path, what: "read", fix: "" });
      });
    },
  };
  const findings = await judge(control, { type: "aws:sns/topicPolicy:TopicPolicy", props: { policy } });
  return findings.map(({ outcome, path, what, fix }) => `${outcome} ${path}: ${what}. ${fix}`);
}

describe("the document of a resource", () => {
  const at = "policy.Statement[0]";
  const unclear = `undecided ${at}: This statement is not known in preview. Build its ARNs from known names.`;
  const later = "its value is not known until the update. Make it known in preview, or judge it in the update.";
  const noPrincipal =
    `violation ${at}: The document does not parse: statement 0 has no Principal. ` +
    "Say in `Principal` whom the statement is for.";
  const cases: [behaviour: string, policy: unknown, expected: string[], faults: string[]][] = [
    [
      "is judged by statement",
      { Statement: [named, named] },
      [`violation ${at}: read. `, "violation policy.Statement[1]: read. "],
      [],
    ],
    ["is nothing while it is absent", undefined, [], []],
    ["cannot be judged while it is unknown", unknown, [`undecided policy: ${later}`], []],
    [
      "is judged as far as it is known",
      { Statement: [unknown, named] },
      [unclear, "violation policy.Statement[1]: read. "],
      [],
    ],
    [
      "is judged in spite of an unknown effect",
      { Statement: [{ ...named, Effect: unknown }, named] },
      [`undecided ${at}.Effect: ${later}`, "violation policy.Statement[1]: read. "],
      [],
    ],
    [
      "must parse",
      "{",
      [],
      ["violation policy: The document does not parse: it is no JSON text (position 1). Correct the document."],
    ],
    [
      "must say whom a statement is for",
      { Statement: [{ ...named, Principal: undefined }] },
      [`violation ${at}: read. `],
      [noPrincipal],
    ],
    [
      "may say whom a statement is not for",
      { Statement: [{ ...named, Principal: undefined, NotPrincipal: { AWS: own } }] },
      [`violation ${at}: read. `],
      [],
    ],
  ];
  for (const [behaviour, policy, expected, faults] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(await told(policy, false), expected);
      assert.deepEqual(new Set(await told(policy, true)), new Set([...faults, ...expected]));
    });
  }
});
