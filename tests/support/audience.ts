/** What every resource's document must say about who is let in: one table for all controls that ask it. */
import { strict as assert } from "node:assert";
import type { Control } from "../../policies/shared/control";
import { brief, judge, unknown } from "./policy";

export interface AudienceCase {
  readonly control: Control;
  readonly type: string;
  /** The input that holds the document. */
  readonly property: string;
  /** An action that belongs into such a document. */
  readonly action: string;
  /** A service that belongs there, without domain. */
  readonly service: string;
  /** Inputs that the control wants besides. */
  readonly props?: object;
}

/** Statements for a document of the given kind. */
export function statementsFor(action: string, service: string) {
  const open = { Effect: "Allow", Principal: "*", Action: action, Resource: "*" };
  return {
    open,
    account: (id: string) => ({ ...open, Principal: { AWS: `arn:aws:iam::${id}:root` } }),
    service: (condition?: object) => ({
      ...open,
      Principal: { Service: `${service}.amazonaws.com` },
      ...(condition && { Condition: condition }),
    }),
  };
}

export const documentOf = (...statements: object[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });

const from = (account: string) => ({ StringEquals: { "aws:SourceAccount": account } });

export function itJudgesAudience({ control, type, property, action, service: name, props }: AudienceCase): void {
  const { open, account, service } = statementsFor(action, name);
  const principal = `violation ${property}.Statement[0].Principal`;
  const organization = { StringEquals: { "aws:PrincipalOrgID": "o-1" } };
  const cases: [behaviour: string, document: string, expected: string[]][] = [
    ["passes the own account", documentOf(account("123456789012")), []],
    ["passes everybody of an organization", documentOf({ ...open, Condition: organization }), []],
    ["passes a service with the own account as source", documentOf(service(from("123456789012"))), []],
    ["never flags a denial", documentOf({ ...open, Effect: "Deny" }, account("123456789012")), []],
    ["refuses everybody", documentOf(open), [principal]],
    ["refuses a foreign account", documentOf(account("999999999999")), [`${principal}.AWS`]],
    ["refuses a service without a source", documentOf(service()), [`${principal}.Service`]],
    [
      "refuses a service with a wrong account as source",
      documentOf(service(from("999999999999"))),
      [`${principal}.Service`],
    ],
    ["refuses what does not parse", "{", [`violation ${property}`]],
    ["cannot decide an unknown document", unknown, [`undecided ${property}`]],
  ];
  for (const [behaviour, document, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(control, { type, props: { ...props, [property]: document } })), expected);
    });
  }

  it("passes an account that the settings trust", async () => {
    const described = { type, props: { ...props, [property]: documentOf(account("999999999999")) } };
    assert.deepEqual(await judge(control, described, { trustedAccounts: ["999999999999"] }), []);
  });
}
