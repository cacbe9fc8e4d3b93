import type { ErrorObject } from "ajv";
import { didYouMean } from "../configuration/nearest";
import { exemptionSchema } from "./schema";

/** What is wrong with the form of the file, one sentence each: `: EX-1: reason is missing.` */
export function faultsOf(errors: readonly ErrorObject[], content: unknown): string[] {
  return [...new Set(errors.filter(isTelling).map((error) => describe(content, error)))];
}

/** The branches of `oneOf` each complain; one sentence about the choice says it all. */
function isTelling(error: ErrorObject): boolean {
  return !/\/(oneOf|anyOf)\/\d+/.test(error.schemaPath) && !error.schemaPath.includes("/not");
}

function describe(content: unknown, error: ErrorObject): string {
  const index = /^\/exemptions\/(\d+)/.exec(error.instancePath)?.[1];
  if (index === undefined) return `: ${fileFault(error)}`;
  const record = (content as { exemptions: ({ id?: unknown } | null)[] }).exemptions[Number(index)];
  const name = typeof record?.id === "string" ? record.id : `number ${Number(index) + 1}`;
  return `: ${name}: ${recordFault(error.instancePath.split("/").slice(3).join("."), error)}`;
}

const file = "exemptions: a list of records";

function fileFault({ keyword, params, instancePath }: ErrorObject): string {
  const { additionalProperty = "" } = params as { additionalProperty?: string };
  if (keyword === "additionalProperties")
    return `${additionalProperty} is unknown.${didYouMean(additionalProperty, Object.keys(exemptionSchema.properties))}`;
  if (keyword === "required") return `exemptions is missing. Write the file as \`${file}\`.`;
  return `the ${instancePath === "" ? "file" : "value"} is of the wrong kind. Write the file as \`${file}\`.`;
}

const { properties } = exemptionSchema.properties.exemptions.items;

function recordFault(field: string, { keyword, params, message }: ErrorObject): string {
  const { missingProperty, additionalProperty } = params as { missingProperty?: string; additionalProperty?: string };
  if (keyword === "required") return `${missingProperty} is missing.`;
  if (keyword === "additionalProperties")
    return `${additionalProperty} is unknown.${didYouMean(additionalProperty ?? "", Object.keys(properties))}`;
  if (keyword === "oneOf")
    return "name the resource by urn, or by type and name, or name the component around it: exactly one.";
  if (field === "") return "it is no record. Write it as a map of fields.";
  return expected[field] ?? (keyword === "pattern" ? `${field} is empty.` : `${field} ${message}.`);
}

const expected: Readonly<Record<string, string>> = {
  id: "id must be a word of letters, digits, dots and dashes.",
  urn: "urn must be a whole URN without wildcards, as `pulumi stack --show-urns` shows it.",
  component: "component must be a URN, or a type and a name.",
  reason: "reason is too short to be reviewed. Say why the risk is acceptable, in 20 characters or more.",
  expires: "expires must be a date such as 2027-01-31.",
  policy: "policy must be the id of one control, without wildcards.",
};
