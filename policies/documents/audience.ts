import type { Reporter } from "../shared/control";
import type { Node } from "../shared/node";
import type { Settings } from "../shared/settings";
import { servicePrincipals, unknownServices } from "./principals";
import { eachStatement, readResourceDocument } from "./resourceDocument";
import { publicPrincipal, sourceOf } from "./sources";
import type { Statement } from "./statement";
import { strangersOf } from "./strangers";

export interface Audience {
  /** What the document belongs to, for messages: "the topic". */
  readonly subject: string;
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
  const { subject, welcomes } = audience;
  const anyone = publicPrincipal(statement);
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
  for (const { id, node } of strangersOf(statement, settings)) {
    if (welcomes?.(id, statement)) continue;
    const kind = id.startsWith("o-") ? "organization" : "account";
    report.violation({
      at: node,
      what: `${statement.label} lets ${kind} ${id} use ${subject}, which is not a trusted one`,
      fix: `Remove the ${kind}, or list it in \`container-delivery-policies:trusted${kind === "account" ? "Accounts" : "Organizations"}\`.`,
    });
  }
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
