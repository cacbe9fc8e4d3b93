import { knownActions } from "../documents/actions";
import type { PolicyDocument } from "../documents/document";
import { covers } from "../documents/glob";
import { anyonePrincipal } from "../documents/principals";
import { eachStatement, readResourceDocument } from "../documents/resourceDocument";
import { narrowingConditions } from "../documents/sources";
import type { Statement } from "../documents/statement";
import type { Reporter } from "../shared/control";
import type { Node } from "../shared/node";

const ownKeys = [
  "aws:principalaccount",
  "aws:resourceaccount",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:resourceorgid",
  "aws:resourceorgpaths",
  "aws:principalarn",
];

/** What AWS gives an endpoint without a policy, which then is an output. */
export function isDefault({ raw }: Node): boolean {
  return typeof raw === "string" && raw.includes('"2008-10-17"') && /"Action":\s*"\*"/.test(raw);
}

export function judgeEndpoint(policy: Node, serviceName: Node, report: Reporter): void {
  const document = readResourceDocument(policy, report, { tellsFaults: true });
  if (!document) return;
  eachStatement(document, report, (statement) => {
    const others = statement.has("NotPrincipal") ? statement.node.at("NotPrincipal") : undefined;
    const anyone = statement.allows ? (anyonePrincipal(statement) ?? others) : undefined;
    if (!anyone || narrowingConditions(statement, ownKeys).length > 0 || namesResources(statement)) return;
    report.violation({
      at: anyone,
      what: `${statement.label} lets everything through to every account`,
      fix: "Add a condition on `aws:PrincipalAccount` or `aws:ResourceAccount`.",
    });
  });
  const region = /^com\.amazonaws\.([a-z0-9-]+)\.s3$/.exec(serviceName.isKnown ? String(serviceName.raw) : "")?.[1];
  const open = document.unknownStatements.length > 0 || document.statements.some(isOpenYet);
  if (region && !open && !reachesLayers(document, region)) {
    report.violation({
      at: policy.path,
      what: "Images cannot be pulled: ECR keeps their layers in a bucket that the policy does not let through",
      fix: `Allow \`s3:GetObject\` on \`arn:aws:s3:::prod-${region}-starport-layer-bucket/*\`.`,
    });
  }
}

/** Resources of one account, or by their name where the ARN has no account: buckets of AWS itself are not one's own. */
function namesResources(statement: Statement): boolean {
  const named = (leaf: Node) => leaf.isUnknown || /^arn:[^:]+:[^:*]+:[^:]*:(\d{12}:|:[^*?]{3,})/.test(String(leaf.raw));
  return statement.resources.length > 0 && statement.resources.every(named);
}

/** Whether something about what the statement allows is not known yet. Reading it tells so elsewhere. */
function isOpenYet({ node, actions, resources }: Statement): boolean {
  const elements = ["Effect", "Condition"].map((element) => node.at(element));
  return [...elements, ...actions, ...resources].some(({ isUnknown }) => isUnknown);
}

function reachesLayers({ statements }: PolicyDocument, region: string): boolean {
  const partition = /^cn-/.test(region) ? "aws-cn" : /^us-gov-/.test(region) ? "aws-us-gov" : "aws";
  const layers = `arn:${partition}:s3:::prod-${region}-starport-layer-bucket/*`;
  return statements.some(
    (statement) =>
      statement.allows &&
      knownActions(statement).some((action) => covers(action, "s3:getobject")) &&
      narrowingConditions(statement, ["aws:resourceaccount", "aws:resourceorgid", "aws:resourceorgpaths"]).length ===
        0 &&
      statement.resources.some((leaf) => leaf.isKnown && covers(String(leaf.raw), layers)),
  );
}
