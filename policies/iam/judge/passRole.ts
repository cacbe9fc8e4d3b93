import { hasVariable, hasWildcard, textOf } from "../../documents/conditions";
import { isPositive } from "../../documents/operators";
import type { Statement } from "../../documents/statement";
import type { Node } from "../../shared/node";
import type { Grant } from "./permissions";

/** Whether the grant lets a role be handed to a service. Administrators are another control's subject. */
export function passesRoles(grant: Grant): boolean {
  return grant.actions.some(({ name }) => name === "iam:PassRole");
}

/** Whether the resource is one role. Throws `Undecided` when unknown. */
export function isExactRole(resource: Node): boolean {
  const arn = String(resource.value());
  return /^arn:[^:]+:iam::[^:]+:role\/./.test(arn) && !hasWildcard(arn) && !hasVariable(arn);
}

/** The services that a role may be passed to, in lower case; undefined when no condition fixes them. */
export function passedToServices(statement: Statement): readonly string[] | undefined {
  for (const { operator, lowerKey, values } of statement.conditions) {
    if (lowerKey !== "iam:passedtoservice" || !isPositive(operator) || operator.family !== "string") continue;
    const services = values.map(textOf);
    if (services.length > 0 && services.every((service) => !hasWildcard(service))) {
      return services.map((service) => service.toLowerCase());
    }
  }
  return undefined;
}
