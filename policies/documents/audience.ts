import type { Reporter } from "../shared/control";
import type { Node } from "../shared/node";
import type { Settings } from "../shared/settings";
import { isAccount } from "./accounts";
import { servicePrincipals, unknownServices } from "./principals";
import { eachStatement, readResourceDocument } from "./resourceDocument";
import { publicPrincipal } from "./publicAccess";
import { sourceOf } from "./sources";
import type { Statement } from "./statement";
import { type Stranger, strangersOf } from "./strangers";

export interface Audience {
  /** What the document belongs to, for messages: "the topic". */
  readonly subject: string;
  /** Whether only a network that the owner chose reaches it: then everybody is everybody there. */
  readonly isInNetwork?: boolean;
  /** Whether the service may come without a source condition, since it sends none or something else says whose it is. */
  readonly needsNoSource?: (service: string, statement: Statement, settings: Settings) => boolean;
  /** Whether the statement may let in an account that nobody named as trusted. */
  readonly welcomes?: (account: string, statement: Statement) => boolean;
}

/** Who a resource's document lets in: not the public, no foreign account, services only on behalf of the own account. */
export function judgeAudience(node: Node, report: Reporter, settings: Settings, audience: Audience): void {
  const document = readResourceDocument(node, report, { tellsFaults: true });
  if (!document) return;
  eachStatement(document, report, (statement) => {
    if (!statement.allows) return;
    judgeStrangers(statement, report, settings, audience);
    judgeServices(statement, report, settings, audience);
  });
}

function judgeStrangers(statement: Statement, report: Reporter, settings: Settings, audience: Audience): void {
  const { subject, welcomes, isInNetwork } = audience;
  const anyone = isInNetwork ? undefined : publicPrincipal(statement);
  if (anyone) {
    report.violation({
      at: anyone,
      what: `${statement.label} lets everybody use ${subject}`,
      fix: "Name the principals, or add a condition on `aws:PrincipalOrgID` or `aws:SourceAccount`.",
    });
  }
  if (statement.has("NotPrincipal")) {
    report.violation({
      at: statement.node.at("NotPrincipal"),
      what: `${statement.label} lets everybody but a few use ${subject}`,
      fix: "Name the principals in `Principal`.",
    });
  }
  for (const stranger of strangersOf(statement, settings)) {
    if (welcomes?.(stranger.id, statement)) continue;
    report.violation({ at: stranger.node, ...describe(stranger, statement.label, subject) });
  }
}

function describe({ id }: Stranger, label: string, subject: string): { what: string; fix: string } {
  const [kind, setting] = id.startsWith("o-")
    ? ["organization", "trustedOrganizations"]
    : ["account", "trustedAccounts"];
  if (kind === "account" && !isAccount(id)) {
    return {
      what: `${label} lets a canonical user use ${subject}, which does not tell its account`,
      fix: "Name the account or the role by its ARN in `AWS`.",
    };
  }
  return {
    what: `${label} lets ${kind} ${id} use ${subject}, which is not a trusted one`,
    fix: `Remove the ${kind}, or list it in \`container-delivery-policies:${setting}\`.`,
  };
}

function judgeServices(statement: Statement, report: Reporter, settings: Settings, audience: Audience): void {
  report.each(unknownServices(statement), (node) => {
    if (sourceOf(statement, settings) !== "own") node.value();
  });
  for (const { service, node } of servicePrincipals(statement)) {
    const source = sourceOf(statement, settings);
    if (source === "own" || (source === undefined && audience.needsNoSource?.(service, statement, settings))) continue;
    report.violation({
      at: node,
      what:
        source === "wrong"
          ? `${statement.label} lets ${service} use ${audience.subject} for another account`
          : `${statement.label} lets ${service} use ${audience.subject} for whichever account asks`,
      fix: "Add a condition on `aws:SourceArn` or `aws:SourceAccount` with the own account.",
    });
  }
}
