import { anyonePrincipal } from "../documents/principals";
import { deniesOthers } from "../documents/denials";
import type { PolicyDocument } from "../documents/document";
import { eachStatement, readResourceDocument } from "../documents/resourceDocument";
import type { Statement } from "../documents/statement";
import { strangersOf } from "../documents/strangers";
import type { Reporter } from "../shared/control";
import type { Node } from "../shared/node";
import type { Settings } from "../shared/settings";
import { judgeLayers } from "./imageLayers";
import { namesOwn, ownKeys } from "./ownership";

const fix = "Add a condition on `aws:PrincipalAccount` or `aws:ResourceAccount`.";

/** What AWS gives an endpoint without a policy, which then is an output. */
export function isDefault({ raw }: Node): boolean {
  return typeof raw === "string" && raw.includes('"2008-10-17"') && /"Action":\s*"\*"/.test(raw);
}

export function judgeEndpoint(policy: Node, serviceName: Node, settings: Settings, report: Reporter): void {
  const document = readResourceDocument(policy, report, { tellsFaults: true });
  if (!document) return;
  eachStatement(document, report, (statement) => {
    if (!statement.allows) return;
    judgeOpenness(statement, document, settings, report);
    if (anyonePrincipal(statement)) return;
    for (const { id, node } of strangersOf(statement, settings)) {
      const what = `${statement.label} lets principals of ${id} through, which is not a trusted account`;
      report.violation({ at: node, what, fix: "Name own principals, or list the account as trusted." });
    }
  });
  judgeLayers(document, policy, serviceName, report);
}

function judgeOpenness(statement: Statement, document: PolicyDocument, settings: Settings, report: Reporter): void {
  const others = statement.has("NotPrincipal") ? statement.node.at("NotPrincipal") : undefined;
  const anyone = anyonePrincipal(statement) ?? others;
  if (!anyone || namesOwn(statement, settings) || deniesOthers(document, statement, ownKeys)) return;
  report.violation({ at: anyone, what: `${statement.label} lets everything through to every account`, fix });
}
