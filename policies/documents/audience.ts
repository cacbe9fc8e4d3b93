import type { Reporter } from "../shared/control";
import type { Node } from "../shared/node";
import type { Settings } from "../shared/settings";
import { foreignAccounts } from "./accounts";
import { servicePrincipals } from "./principals";
import { eachStatement, readResourceDocument } from "./resourceDocument";
import { identityConditions, publicPrincipal, sourceOf } from "./sources";
import type { Statement } from "./statement";

export interface Audience {
  /** What the document belongs to, for messages: "the topic". */
  readonly subject: string;
  /** Services that may come without a source condition, since they send none. */
  readonly unsourcedServices?: readonly string[];
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

function judgeStrangers(statement: Statement, report: Reporter, settings: Settings, { subject }: Audience): void {
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
  // An organization or account condition says which strangers are meant.
  if (identityConditions(statement).length > 0) return;
  for (const { account, node } of foreignAccounts(statement, settings)) {
    report.violation({
      at: node,
      what: `${statement.label} lets account ${account} use ${subject}, which is not a trusted one`,
      fix: "Remove the account, or list it in `container-delivery-policies:trustedAccounts`.",
    });
  }
}

function judgeServices(statement: Statement, report: Reporter, settings: Settings, audience: Audience): void {
  for (const { service, node } of servicePrincipals(statement)) {
    if (audience.unsourcedServices?.includes(service)) continue;
    const source = sourceOf(statement, settings);
    if (source === "own") continue;
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
