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
  const record =
    index === undefined ? undefined : (content as { exemptions: { id?: unknown }[] }).exemptions[Number(index)];
  const where =
    index === undefined ? "" : `: ${typeof record?.id === "string" ? record.id : `number ${Number(index) + 1}`}`;
  const field = error.instancePath.replace(/^\/exemptions(\/\d+)?\/?/, "");
  return `${where}: ${sentence(field, error)}`;
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
