import { hasWildcard } from "../documents/conditions";
import { matches } from "../documents/glob";
import { isPositive } from "../documents/operators";
import type { Statement } from "../documents/statement";
import type { Node } from "../shared/node";
import type { StackResource } from "../shared/resource";

/** Whether the statement holds only for requests on behalf of this project. */
export function isForProject(statement: Statement, project: StackResource): boolean {
  const name = project.props.at("name");
  const own = `arn:*:codebuild:*:project/${name.isKnown ? (name.string() ?? "") : "*"}`;
  // A condition on a value that is not known yet names something of this stack.
  const names = (value: Node) =>
    value.isUnknown || (matches(own, String(value.raw)) && !hasWildcard(String(value.raw)));
  return statement.conditions
    .filter(({ lowerKey, operator }) => lowerKey === "aws:sourcearn" && isPositive(operator))
    .some(({ values }) => values.length > 0 && values.every(names));
}
