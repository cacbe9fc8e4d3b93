import type { Properties } from "../values";
import { isObject } from "../values";

type Statement = Record<string, unknown>;

/** `aws.iam.getPolicyDocument`: the arguments as IAM's JSON. */
export function policyDocument(args: Properties): Properties {
  const statements = [
    ...documents(args["sourcePolicyDocuments"]),
    ...list(args["statements"]).map((statement) => statementOf(statement as Properties)),
  ];
  const merged = override(statements, documents(args["overridePolicyDocuments"]));
  const document = {
    Version: args["version"] ?? "2012-10-17",
    ...(typeof args["policyId"] === "string" ? { Id: args["policyId"] } : {}),
    Statement: merged,
  };
  return { id: "policy", json: JSON.stringify(document, null, 2), minifiedJson: JSON.stringify(document) };
}

function statementOf(statement: Properties): Statement {
  return withoutEmpty({
    Sid: statement["sid"],
    Effect: statement["effect"] ?? "Allow",
    Action: single(statement["actions"]),
    NotAction: single(statement["notActions"]),
    Resource: single(statement["resources"]),
    NotResource: single(statement["notResources"]),
    Principal: principals(statement["principals"]),
    NotPrincipal: principals(statement["notPrincipals"]),
    Condition: conditions(statement["conditions"]),
  });
}

/** IAM writes a list of one as the value itself. */
function single(values: unknown): unknown {
  const items = list(values);
  return items.length === 1 ? items[0] : [...items].sort();
}

function principals(value: unknown): unknown {
  const entries = list(value).map((item) => item as { type: string; identifiers: string[] });
  const first = entries[0];
  if (entries.length === 1 && first?.type === "*" && first.identifiers.includes("*")) return "*";
  return Object.fromEntries(entries.map(({ type, identifiers }) => [type, single(identifiers)]));
}

function conditions(value: unknown): Record<string, Record<string, unknown>> {
  const result: Record<string, Record<string, unknown>> = {};
  for (const item of list(value)) {
    const { test, variable, values } = item as { test: string; variable: string; values: string[] };
    result[test] = { ...result[test], [variable]: single(values) };
  }
  return result;
}

function override(statements: Statement[], overriding: Statement[]): Statement[] {
  const sids = new Set(overriding.map((statement) => statement["Sid"]).filter(isFilled));
  return [...statements.filter((statement) => !sids.has(statement["Sid"])), ...overriding];
}

function documents(values: unknown): Statement[] {
  return list(values).flatMap((text) => list((JSON.parse(String(text)) as Properties)["Statement"]) as Statement[]);
}

function list(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function withoutEmpty(statement: Statement): Statement {
  return Object.fromEntries(Object.entries(statement).filter(([, value]) => isFilled(value)));
}

function isFilled(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return isObject(value) ? Object.keys(value).length > 0 : value !== undefined;
}
