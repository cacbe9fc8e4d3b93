import type { PolicyDocument } from "../../documents/document";
import type { Context, Reporter } from "../../shared/control";
import type { Resource, StackResource } from "../../shared/resource";
import type { StackIndex } from "../../shared/stackIndex";
import { groupType, roleType, userType } from "./policyGivers";
import { type Attached, rightsOf, roleOfArn } from "./attachments";
import { beyondCeiling } from "./ceiling";
import { detailOf } from "./eachGrant";
import { type Escalation, escalationsOf } from "./escalation";
import { judgeDocuments } from "./judgedDocuments";
import { isExactRole } from "./passRole";
import { type Permissions, permissionsOf } from "./permissions";
import { groupsOf } from "./userGroups";

/** What one document completes by itself, before anything is created. */
export function reportEscalations(resource: Resource, report: Reporter, context: Context): void {
  judgeDocuments(resource, report, context, (document, reporter) => {
    for (const escalation of escalationsOf([permissionsOf(document)])) {
      // Whether exact roles contain the escalation shows in the whole stack only.
      if (escalation.path.containment !== "passed" || passesAnyRole(escalation))
        reportOne(escalation, reporter, resource);
    }
  });
}

/** What all documents of a role, user or group complete together. */
export function reportHolderEscalations(
  stack: StackIndex,
  report: Reporter,
  context: Context,
  ceiling: readonly string[],
): void {
  report.eachResource(stack.ofType(roleType, groupType, userType), (holding) => {
    const { attached } = rightsOf(stack, holding, context);
    const ofGroups = groupsOf(stack, holding).map((group) => rightsOf(stack, group, context).attached.map(documentOf));
    for (const escalation of escalationsOf(attached.map(({ permissions }) => permissions))) {
      if (escalation.path.containment !== "passed") continue;
      // What one group may do by itself is the group's finding.
      if (ofGroups.some((documents) => escalation.provided.every((one) => documents.includes(documentOf(one)))))
        continue;
      const [first] = escalation.provided;
      const holder = attached.find(({ permissions }) => permissions === first.permissions) as Attached;
      if (!passesAnyRole(escalation)) reportPassed(escalation, holder, stack, report, context, ceiling);
      else if (new Set(escalation.provided.map(({ permissions }) => permissions)).size > 1) {
        reportOne(escalation, report, holder.on);
      }
    }
  });
}

function documentOf({ permissions }: { permissions: Permissions }): PolicyDocument {
  return permissions.document;
}

/** The passed roles are exact: their own rights decide. */
function reportPassed(
  escalation: Escalation,
  holder: Attached,
  stack: StackIndex,
  report: Reporter,
  context: Context,
  ceiling: readonly string[],
): void {
  for (const target of escalation.provided[0].grant.statement.resources) {
    const role: StackResource | undefined = target.isKnown
      ? roleOfArn(stack, String(target.raw))
      : holder.on.propertyDependencies["policy"]?.find(({ type }) => type === roleType);
    const beyond = role
      ? beyondCeiling(role, stack, context, ceiling)
      : { reason: "the passed role is not part of this stack, so its rights are unknown", certain: false };
    if (!beyond) continue;
    const what = `${describe(escalation)}: ${beyond.reason}`;
    const detail = detailOf("iam:PassRole", target.isKnown ? String(target.raw) : "");
    if (beyond.certain) {
      report.violation({
        at: target,
        on: holder.on,
        what,
        fix: "Take these rights from the passed role, or do not pass it.",
        detail,
      });
    } else {
      report.undecided({
        at: target,
        on: holder.on,
        what,
        fix: "Make the passed role part of this stack, with known policies.",
        detail,
      });
    }
  }
}

function passesAnyRole({ provided }: Escalation): boolean {
  const { resources } = provided[0].grant.statement;
  return resources.length === 0 || resources.some((resource) => resource.isKnown && !isExactRole(resource));
}

function reportOne(escalation: Escalation, report: Reporter, on: Resource): void {
  const [first] = escalation.provided;
  const target = first.grant.statement.resources[0];
  report.violation({
    at: first.grant.leaf,
    on,
    what: describe(escalation),
    fix: `Take away ${escalation.provided.map(({ action }) => action.name).join(" or ")}. See https://pathfinding.cloud/paths/${escalation.path.page ?? ""}`,
    detail: detailOf(first.action.name, target?.isKnown ? String(target.raw) : ""),
  });
}

function describe({ path, provided }: Escalation): string {
  const labels = [...new Set(provided.map(({ grant }) => grant.statement.label))].join(", ");
  return `${provided.map(({ action }) => action.name).join(" with ")} (${labels}) lets its holder ${path.idea} and so gain other rights`;
}
