/** Key policies, and what every control that judges them must do. */
import { strict as assert } from "node:assert";
import type { Control } from "../../policies/shared/control";
import { brief, judge, unknown } from "./policy";

const type = "aws:kms/key:Key";
const otherTypes = [
  "aws:kms/keyPolicy:KeyPolicy",
  "aws:kms/replicaKey:ReplicaKey",
  "aws:kms/replicaExternalKey:ReplicaExternalKey",
  "aws:kms/externalKey:ExternalKey",
];

/** The statement that leaves a key to its account. */
export const root = {
  Sid: "Root",
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::123456789012:root" },
  Action: "kms:*",
  Resource: "*",
};

/** One that lets a role decrypt. */
export const role = {
  ...root,
  Sid: "Role",
  Principal: { AWS: "arn:aws:iam::123456789012:role/x" },
  Action: "kms:Decrypt",
};

export const keyPolicy = (...statements: object[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });

export type KeyCase = readonly [behaviour: string, policy: string, expected: readonly string[]];

export function itJudgesKeyPolicies(control: Control, cases: readonly KeyCase[]): void {
  for (const [behaviour, policy, expected] of cases) {
    it(behaviour, async () => assert.deepEqual(brief(await judge(control, { type, props: { policy } })), expected));
  }

  it("cannot decide an unknown policy", async () => {
    assert.deepEqual(brief(await judge(control, { type, props: { policy: unknown } })), ["undecided policy"]);
  });

  it("judges the policies of all kinds of keys alike", async () => {
    const [, policy, expected] = cases.find(([, , findings]) => findings[0]?.startsWith("violation")) as KeyCase;
    for (const other of otherTypes) {
      assert.deepEqual(brief(await judge(control, { type: other, props: { policy } })), expected, other);
    }
  });
}
