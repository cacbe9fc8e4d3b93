import { defaultsOf } from "./defaults";
import { serialiseDocuments } from "./documents";
import type { Autonaming } from "./naming";
import { generateName, nameRule } from "./naming";
import type { TypeSchema } from "./schema";
import { mergeTags } from "./tags";
import type { Properties } from "./values";

/** Inputs that the provider chose and not the user: the real provider keeps the list under this name in the state. */
export const CHOSEN = "__defaults";

export interface CheckRequest {
  readonly schema: TypeSchema;
  readonly urn: string;
  readonly olds: Properties;
  readonly news: Properties;
  readonly seed: Uint8Array;
  readonly autonaming?: Autonaming;
  readonly defaultTags: Readonly<Record<string, string>>;
  /** The inputs of an unfinished creation of the same resource: its name is taken up again. */
  readonly unfinished?: Properties;
}

/** What the provider makes of the user's inputs: defaults, an automatic name, JSON as text, all tags. */
export function checkInputs(request: CheckRequest): Properties {
  const { schema } = request;
  const inputs = serialiseDocuments(schema, request.news);
  delete inputs[CHOSEN];
  const chosen: string[] = [];
  for (const [name, value] of Object.entries({ ...defaultsOf(schema.type), ...automaticName(request, inputs) })) {
    if (inputs[name] !== undefined || !(name in schema.inputs)) continue;
    inputs[name] = value;
    chosen.push(name);
  }
  const tagsAll = mergeTags(schema, inputs, request.defaultTags);
  if (tagsAll !== undefined) inputs["tagsAll"] = tagsAll;
  inputs[CHOSEN] = chosen.sort();
  return inputs;
}

function automaticName(request: CheckRequest, inputs: Properties): Properties {
  const rule = nameRule(request.schema);
  if (rule === undefined || inputs[rule.property] !== undefined || inputs[`${rule.property}Prefix`] !== undefined) {
    return {};
  }
  const kept = chosenName(rule.property, request.olds) ?? chosenName(rule.property, request.unfinished ?? {});
  if (kept !== undefined) return { [rule.property]: kept };
  if (request.autonaming?.mode === "disable") return {};
  const name = generateName(rule, request.urn, request.seed, request.autonaming);
  const fifo = inputs["fifoTopic"] === true || inputs["fifoQueue"] === true;
  return { [rule.property]: fifo ? `${name}.fifo` : name };
}

function chosenName(property: string, inputs: Properties): unknown {
  const chosen = inputs[CHOSEN];
  return Array.isArray(chosen) && chosen.includes(property) ? inputs[property] : undefined;
}
