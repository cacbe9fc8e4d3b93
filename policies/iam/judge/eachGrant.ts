import type { Context, Reporter } from "../../shared/control";
import type { Resource } from "../../shared/resource";
import { judgeDocuments } from "./judgedDocuments";
import { type Grant, type Permissions, permissionsOf } from "./permissions";

/** Judges each Action text of each Allow statement of a resource's identity documents. */
export function eachGrant(
  resource: Resource,
  report: Reporter,
  context: Context,
  judge: (grant: Grant, permissions: Permissions, report: Reporter) => void,
): void {
  judgeDocuments(resource, report, context, (document, reporter) => {
    const permissions = permissionsOf(document);
    for (const grant of permissions.grants) {
      reporter.each([grant.leaf], () => judge(grant, permissions, reporter));
    }
  });
}

/** How an exemption names a part of a document. */
export function detailOf(action: string, resource: string): string {
  return `${action}|${resource}`;
}
