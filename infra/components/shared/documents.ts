import type { IntentStatement } from "./intent";

/** A statement of a resource document: who may do what. */
export interface ResourceStatement {
  Sid: string;
  Effect: "Allow" | "Deny";
  Principal: "*" | { Service?: string | string[]; AWS?: string | string[] };
  Action: string | string[];
  Resource?: string | string[];
  Condition?: Record<string, Record<string, string | string[]>>;
}

const version = "2012-10-17";

/** The document of a role, once every input of its statements is known. */
export function identityDocument(statements: IntentStatement[]): string {
  return JSON.stringify({
    Version: version,
    Statement: statements.map(({ sid, actions, resources, conditions }) => ({
      Sid: sid,
      Effect: "Allow",
      Action: actions,
      Resource: resources,
      ...(conditions && { Condition: conditions }),
    })),
  });
}

export function resourceDocument(statements: ResourceStatement[]): string {
  return JSON.stringify({ Version: version, Statement: statements });
}
