import { strict as assert } from "node:assert";
import { crossAccountActions, emptyActions, openActions } from "../../../../policies/iam/judge/breadth";
import { permissionsOf } from "../../../../policies/iam/judge/permissions";
import { parse } from "../../documents/statements";

/** The answers for the first action and the first resource of the first statement. */
export function answers(...statements: object[]) {
  const permissions = permissionsOf(parse({ Statement: statements }));
  const [grant] = permissions.grants;
  assert.ok(grant);
  const [resource] = grant.statement.resources;
  const names = (actions: readonly { name: string }[]) => actions.map(({ name }) => name.split(":")[1]);
  return {
    open: () => names(openActions(grant, resource as never, permissions)),
    elsewhere: () => names(crossAccountActions(grant, resource as never)),
    empty: () => names(emptyActions(grant)),
  };
}
export const when = (key: string, value: unknown, operator = "StringEquals") => ({ [operator]: { [key]: value } });
