import { strict as assert } from "node:assert";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findPackage } from "../../../../local/aws/package";
import { refuse } from "../../../../local/aws/refusals";
import type { Call, Refusal, StoredResource, StoreReader } from "../../../../local/aws/refusals/contract";
import { Schemas } from "../../../../local/aws/schemas";

export const account = "123456789012";
export const region = "eu-west-1";

type Values = Record<string, unknown>;

const schemas = new Schemas(findPackage("@pulumi/aws", [__dirname]), mkdtempSync(join(tmpdir(), "refusals-")));

export function stored(type: string, id: string, inputs: Values = {}, outputs: Values = {}): StoredResource {
  return { type, id, urn: `urn:${type}::${id}`, inputs, outputs: { id, __region: region, ...outputs } };
}

export function storeOf(resources: readonly StoredResource[]): StoreReader {
  return {
    all: (type) => resources.filter((one) => one.type === type),
    byId: (type, id) => resources.find((one) => one.type === type && one.id === id),
    byArn: (arn) => resources.find((one) => one.outputs.arn === arn),
  };
}

export function callOf(type: string, inputs: Values, more: Partial<Call> = {}): Call {
  const urn = `urn:${type}::subject`;
  const store = storeOf([]);
  return { operation: "create", type, urn, inputs, region, account, store, schema: schemas.require(type), ...more };
}

/** A copy with the values written at paths such as `rules[0].name`; undefined removes. */
export function patched(base: Values, patch: Values): Values {
  const copy = structuredClone(base);
  for (const [path, value] of Object.entries(patch)) {
    const steps = path.split(/[.[\]]+/).filter((step) => step !== "");
    const last = steps.pop() ?? "";
    let place = copy as Values;
    for (const step of steps) place = (place[step] ??= {}) as Values;
    if (value === undefined) delete place[last];
    else place[last] = value;
  }
  return copy;
}

/** Code, and optionally what the message must contain. */
export type Expected = readonly [patch: Values, code: string, text?: string | RegExp, more?: Partial<Call>];

export interface Table {
  type: string;
  /** Legal inputs, from which every row departs. */
  base: Values;
  /** What lies in the account. */
  store?: readonly StoredResource[];
  accepts?: Record<string, Values | readonly [Values, Partial<Call>]>;
  refuses?: Record<string, Expected>;
}

/** One test per row: legal forms pass, illegal ones are refused with AWS's code and a message that says why. */
export function table({ type, base, store = [], accepts = {}, refuses = {} }: Table): void {
  const run = (patch: Values, more: Partial<Call> = {}): Refusal[] =>
    refuse(callOf(type, patched(base, patch), { store: storeOf(store), ...more }));
  describe(type, () => {
    it("accepts the base", () => assert.deepEqual(run({}), []));
    for (const [title, row] of Object.entries(accepts))
      it(`accepts ${title}`, () => {
        const [patch, more] = Array.isArray(row) ? (row as [Values, Partial<Call>]) : [row as Values, {}];
        assert.deepEqual(run(patch, more), []);
      });
    for (const [title, [patch, code, text, more]] of Object.entries(refuses))
      it(`refuses ${title}`, () => expectRefusal(run(patch, more), code, text));
  });
}

export function expectRefusal(refusals: readonly Refusal[], code: string, text: string | RegExp = ""): void {
  const matching = refusals.filter((one) => one.code === code);
  assert.ok(matching.length > 0, `expected ${code}, got ${JSON.stringify(refusals)}`);
  const isSaid = (message: string): boolean => (typeof text === "string" ? message.includes(text) : text.test(message));
  assert.ok(
    matching.some(({ message }) => isSaid(message)),
    `no message has ${String(text)}: ${JSON.stringify(matching)}`,
  );
}

/** A delete of the resource with that id. */
export function deletion(resource: StoredResource, others: readonly StoredResource[] = []): Refusal[] {
  const store = storeOf([resource, ...others]);
  return refuse(
    callOf(resource.type, resource.inputs, { operation: "delete", id: resource.id, urn: resource.urn, store }),
  );
}

/** A role as the store holds it, trusting the services. */
export function role(name: string, ...services: string[]): StoredResource {
  const statement = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: services } };
  const assumeRolePolicy = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
  return stored("aws:iam/role:Role", name, { name, assumeRolePolicy }, { arn: roleArn(name), __region: "global" });
}

export function roleArn(name: string): string {
  return `arn:aws:iam::${account}:role/${name}`;
}

export function arn(service: string, resource: string): string {
  return `arn:aws:${service}:${region}:${account}:${resource}`;
}

export function policyOf(...statements: Values[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
