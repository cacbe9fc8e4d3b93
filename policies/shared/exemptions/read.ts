import { readFileSync } from "node:fs";
import Ajv from "ajv";
import type { ErrorObject } from "ajv";
import { parseDocument } from "yaml";
import { didYouMean } from "../configuration/nearest";
import { locate } from "../configuration/paths";
import type { Control } from "../control";
import { daysUntil, Exemptions, isExemptable } from "./exemptions";
import { exemptionSchema, longestDays } from "./schema";
import type { Written } from "./schema";

export interface Circle {
  readonly controls: readonly Control[];
  readonly now: Date;
  readonly stackName: string;
  readonly projectName: string;
}

/** Reads the reviewed file. One thing wrong in it, and none of its exemptions holds. */
export function readExemptions(path: string, circle: Circle): { exemptions?: Exemptions; problems: string[] } {
  let text: string;
  try {
    text = readFileSync(locate(path), "utf8");
  } catch (error) {
    return {
      problems: [
        `Exemptions: ${path} cannot be read (${(error as Error).message}). Set \`exemptions\` to the file's path.`,
      ],
    };
  }
  return parseExemptions(text, path, circle);
}

export function parseExemptions(
  text: string,
  path: string,
  circle: Circle,
): { exemptions?: Exemptions; problems: string[] } {
  // JSON is YAML, and a repeated key is an error in both: the second would silently win.
  const document = parseDocument(text, { uniqueKeys: true });
  const fault = document.errors[0];
  if (fault) return { problems: [`Exemptions: ${path} is neither JSON nor YAML: ${fault.message.split("\n")[0]}`] };
  const content = document.toJS() as unknown;
  const validate = new Ajv({ allErrors: true, strict: true, strictRequired: false }).compile(exemptionSchema);
  if (!validate(content)) {
    return {
      problems: [...new Set((validate.errors ?? []).filter(isTelling).map((error) => describe(path, content, error)))],
    };
  }
  const written = (content as unknown as { exemptions: Written[] }).exemptions;
  const problems = written.flatMap((each, index) => recordProblems(each, written.slice(0, index), path, circle));
  if (problems.length > 0) return { problems };
  return {
    exemptions: new Exemptions(
      written.filter((each) => concerns(each, circle)),
      circle.now,
    ),
    problems: [],
  };
}

function recordProblems(
  written: Written,
  before: readonly Written[],
  path: string,
  { controls, now }: Circle,
): string[] {
  const problems: string[] = [];
  const control = controls.find(({ id }) => id === written.policy);
  if (!control) {
    const near = didYouMean(
      written.policy,
      controls.map(({ id }) => id),
    );
    problems.push(`policy \`${written.policy}\` is no control.${near}`);
  } else if (!isExemptable(control)) {
    problems.push(`${control.id} cannot be exempted: it is ${control.severity}. Correct the resource.`);
  }
  const days = daysUntil(written.expires, now);
  if (Number.isNaN(days) || !isDate(written.expires))
    problems.push(`expires \`${written.expires}\` is no date. Write it as 2027-01-31.`);
  else if (days > longestDays) {
    problems.push(`expires ${written.expires} is ${days} days away. Allowed are ${longestDays}: review it again then.`);
  }
  if (before.some(({ id }) => id === written.id)) problems.push("its id is used twice. Give every exemption its own.");
  else if (before.some((other) => target(other) === target(written))) {
    problems.push("another exemption names the same policy, resource, path and detail. Keep one.");
  }
  return problems.map((problem) => `Exemptions: ${path}: ${written.id}: ${problem}`);
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function target({ policy, urn, type, name, component, stacks, path, detail }: Written): string {
  return JSON.stringify([policy, urn, type, name, component, stacks, path, detail]);
}

/** A file may serve several stacks: what names another one is no concern of this one. */
function concerns(written: Written, { stackName, projectName }: Circle): boolean {
  if (written.stacks && !written.stacks.includes(stackName)) return false;
  const urn = written.urn ?? (typeof written.component === "string" ? written.component : undefined);
  return urn === undefined || urn.startsWith(`urn:pulumi:${stackName}::${projectName}::`);
}

/** The branches of `oneOf` each complain; one sentence about the choice says it all. */
function isTelling(error: ErrorObject): boolean {
  return !/\/(oneOf|anyOf)\/\d+/.test(error.schemaPath) && !error.schemaPath.includes("/not");
}

function describe(path: string, content: unknown, error: ErrorObject): string {
  const index = /^\/exemptions\/(\d+)/.exec(error.instancePath)?.[1];
  const record =
    index === undefined ? undefined : (content as { exemptions: { id?: unknown }[] }).exemptions[Number(index)];
  const where =
    index === undefined ? "" : `: ${typeof record?.id === "string" ? record.id : `number ${Number(index) + 1}`}`;
  const field = error.instancePath.replace(/^\/exemptions(\/\d+)?\/?/, "");
  return `Exemptions: ${path}${where}: ${sentence(field, error)}`;
}

function sentence(field: string, { keyword, params, message }: ErrorObject): string {
  const { missingProperty, additionalProperty } = params as { missingProperty?: string; additionalProperty?: string };
  if (keyword === "required") return `${missingProperty} is missing.`;
  if (keyword === "additionalProperties") {
    return `${additionalProperty} is unknown.${didYouMean(additionalProperty ?? "", Object.keys(exemptionSchema.properties.exemptions.items.properties))}`;
  }
  if (keyword === "oneOf")
    return "name the resource by urn, or by type and name, or name the component around it: exactly one.";
  if (keyword === "anyOf") return `${field} must be a URN, or a type and a name.`;
  if (field === "reason")
    return "reason is too short to be reviewed. Say why the risk is acceptable, in 20 characters or more.";
  if (field === "expires") return "expires must be a date such as 2027-01-31.";
  if (field === "policy") return "policy must be the id of one control, without wildcards.";
  return `${field || "the file"} ${message}.`;
}
