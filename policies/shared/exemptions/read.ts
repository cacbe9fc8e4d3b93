import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { parse } from "yaml";
import { didYouMean } from "../configuration/nearest";
import { locate } from "../configuration/paths";
import type { Control } from "../control";
import { daysUntil, Exemptions, isExemptable } from "./exemptions";
import { exemptionSchema, longestDays } from "./schema";
import { faultsOf } from "./schemaFaults";
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
  let content: unknown;
  try {
    content = parse(text, { uniqueKeys: true });
  } catch (error) {
    return { problems: [`Exemptions: ${path} is neither JSON nor YAML: ${(error as Error).message.split("\n")[0]}`] };
  }
  const validate = new Ajv({ allErrors: true, strict: true, strictRequired: false }).compile(exemptionSchema);
  if (!validate(content)) {
    return { problems: faultsOf(validate.errors ?? [], content).map((fault) => `Exemptions: ${path}${fault}`) };
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
