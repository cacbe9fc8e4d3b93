import { strict as assert } from "node:assert";
import type { Control } from "../../../policies/shared/control";
import { type contextOf, judge, unknown } from "../../support/policy";

/** Short forms for the documents of these tests. */
export const account = "123456789012";
export const region = "eu-west-1";
export const roleArn = (name: string, owner = account) => `arn:aws:iam::${owner}:role/${name}`;
export const arn = (service: string, resource: string) => `arn:aws:${service}:${region}:${account}:${resource}`;

export const policyDocument = (...statements: object[]) =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });

export const allow = (Action: unknown, Resource: unknown, Condition?: object) => ({
  Sid: "Work",
  Effect: "Allow",
  Action,
  Resource,
  ...(Condition && { Condition }),
});

export const deny = (Action: unknown, Resource: unknown, Condition?: object) => ({
  ...allow(Action, Resource, Condition),
  Sid: "Never",
  Effect: "Deny",
});

export const trust = (Principal: unknown, Condition?: object, Action: unknown = "sts:AssumeRole") => ({
  Effect: "Allow",
  Principal,
  Action,
  ...(Condition && { Condition }),
});

export const rolePolicy = (...statements: object[]) => ({
  type: "aws:iam/rolePolicy:RolePolicy",
  props: { policy: policyDocument(...statements) },
});

export const roleTrusting = (...statements: object[]) => ({
  type: "aws:iam/role:Role",
  props: { assumeRolePolicy: policyDocument(...statements) },
});

export type Case = [behaviour: string, resource: Parameters<typeof judge>[1], details: (string | undefined)[]];

/** One `it` per case; a case lists what an exemption would name for each violation, `undecided <path>` for the others. */
export function table(control: Control, cases: readonly Case[], overrides: Parameters<typeof contextOf>[1] = {}): void {
  for (const [behaviour, resource, expected] of cases) {
    it(behaviour, async () => {
      const findings = await judge(control, resource, overrides);
      const shown = findings.map(({ outcome, path, detail }) =>
        outcome === "violation" ? detail : `undecided ${path}`,
      );
      assert.deepEqual(shown, expected);
    });
  }
}

/** What every control of identity documents has in common. */
export function identityBasics(control: Control): void {
  table(control, [
    [
      "ignores a document that is wholly unknown, which iam-document reports",
      { type: "aws:iam/rolePolicy:RolePolicy", props: { policy: unknown } },
      [],
    ],
    [
      "ignores a document that does not parse, which iam-document reports",
      { type: "aws:iam/policy:Policy", props: { policy: "{" } },
      [],
    ],
    ["ignores a role without inline policies", { type: "aws:iam/role:Role", props: {} }, []],
    [
      "ignores the empty inline policy that removes all others",
      { type: "aws:iam/role:Role", props: { inlinePolicies: [{}] } },
      [],
    ],
  ]);
}

/** What every control of trust policies has in common. */
export function trustBasics(control: Control): void {
  table(control, [
    [
      "ignores a trust policy that is unknown, which iam-document reports",
      { type: "aws:iam/role:Role", props: { assumeRolePolicy: unknown } },
      [],
    ],
    [
      "ignores a trust policy that does not parse, which iam-document reports",
      { type: "aws:iam/role:Role", props: { assumeRolePolicy: "{" } },
      [],
    ],
    ["ignores an absent trust policy, which iam-document reports", { type: "aws:iam/role:Role" }, []],
    ["ignores Deny statements", roleTrusting({ ...trust("*", undefined, "*"), Effect: "Deny" }), []],
    ["ignores a Lambda function's role", roleTrusting(trust({ Service: "lambda.amazonaws.com" })), []],
  ]);
}
