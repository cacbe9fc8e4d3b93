import { parse } from "yaml";
import { closest } from "fastest-levenshtein";
import { show } from "../checks";
import { isRecord } from "../paths";
import type { Fields } from "../paths";

const topFields = ["version", "run-as", "env", "proxy", "batch", "phases", "reports", "artifacts", "cache"];
const phaseNames = ["install", "pre_build", "build", "post_build"];
const phaseFields = ["run-as", "on-failure", "runtime-versions", "commands", "finally", "steps"];

/** A file name or an S3 ARN is not looked into. https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html */
export function buildspecProblems(buildspec: string): string[] {
  const text = buildspec.trim();
  const isPath = !text.includes("\n") && !/^\{|:\s/.test(text);
  if (text === "" || isPath) return [];
  let document: unknown;
  try {
    document = parse(text);
  } catch (error) {
    const [line] = String(error instanceof Error ? error.message : error).split("\n");
    return [`it is not YAML (${line ?? ""})`];
  }
  if (!isRecord(document)) return ["it must be a YAML mapping with version and phases"];
  return [...topProblems(document), ...phaseProblems(document.phases)];
}

function topProblems(document: Fields): string[] {
  const problems = unknownNames(document, topFields, "it");
  if (document.version === undefined) problems.push("it has no version; begin with version: 0.2");
  else if (![0.1, 0.2].includes(Number(document.version)))
    problems.push(`its version is ${show(document.version)}; use 0.2`);
  if (document.phases === undefined && document.batch === undefined) problems.push("it has no phases; add build");
  return problems;
}

function phaseProblems(phases: unknown): string[] {
  if (phases === undefined) return [];
  if (!isRecord(phases)) return ["phases must be a mapping"];
  return [
    ...unknownNames(phases, phaseNames, "phases"),
    ...Object.entries(phases).flatMap(([name, phase]) => {
      if (!isRecord(phase)) return [`phases.${name} must be a mapping with commands`];
      const { commands } = phase;
      const problems = unknownNames(phase, phaseFields, `phases.${name}`);
      if (commands !== undefined && !isCommands(commands))
        problems.push(`phases.${name}.commands must be a list of texts; quote commands that contain ": "`);
      return problems;
    }),
  ];
}

function isCommands(commands: unknown): boolean {
  return typeof commands === "string" || (Array.isArray(commands) && commands.every((one) => typeof one === "string"));
}

function unknownNames(given: Fields, known: string[], at: string): string[] {
  return Object.keys(given)
    .filter((name) => !known.includes(name))
    .map((name) => `${at} has the unknown element ${name}; did you mean ${closest(name, known)}?`);
}
