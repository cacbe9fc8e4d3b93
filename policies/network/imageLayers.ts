import { knownActions } from "../documents/actions";
import type { PolicyDocument } from "../documents/document";
import { covers } from "../documents/glob";
import { anyonePrincipal } from "../documents/principals";
import { narrowingConditions } from "../documents/sources";
import type { Statement } from "../documents/statement";
import type { Reporter } from "../shared/control";
import type { Node } from "../shared/node";
import { isForServices, ownKeys } from "./ownership";

/**
 * Whether images can be pulled through a gateway to S3. ECR keeps their layers in a bucket of its own and signs the
 * requests for them itself, so that neither principal nor bucket is one's own.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html#ecr-minimum-s3-perms
 */
export function judgeLayers(document: PolicyDocument, policy: Node, serviceName: Node, report: Reporter): void {
  const region = /^(?:cn\.)?com\.amazonaws\.([a-z0-9-]+)\.s3$/.exec(
    serviceName.isKnown ? String(serviceName.raw) : "",
  )?.[1];
  if (region === undefined || document.unknownStatements.length > 0 || document.statements.some(isOpenYet)) return;
  const partition = /^cn-/.test(region) ? "aws-cn" : /^us-gov-/.test(region) ? "aws-us-gov" : "aws";
  const layers = `arn:${partition}:s3:::prod-${region}-starport-layer-bucket/*`;
  const denied = document.statements.some((statement) => denies(statement, layers));
  if (!denied && document.statements.some((statement) => lets(statement, layers))) return;
  report.violation({
    at: policy.path,
    what: "Images cannot be pulled: ECR keeps their layers in a bucket that the policy does not let through",
    fix: `Allow \`s3:GetObject\` on \`${layers}\`.`,
  });
}

/** Whether something about what the statement allows is not known yet. Reading it tells so elsewhere. */
function isOpenYet({ node, actions, resources }: Statement): boolean {
  const elements = ["Effect", "Condition"].map((element) => node.at(element));
  return [...elements, ...actions, ...resources].some(({ isUnknown }) => isUnknown);
}

function lets(statement: Statement, layers: string): boolean {
  // ECR does so by an account of its own, not as a service.
  const isForOthers = narrowingConditions(statement, ownKeys).length > 0 || statement.conditions.some(isForServices);
  return statement.allows && isAbout(statement, layers) && !isForOthers;
}

/** A denial for all but own principals or resources meets ECR, too. */
function denies(statement: Statement, layers: string): boolean {
  return (
    statement.denies &&
    isAbout(statement, layers) &&
    statement.conditions.every(({ operator, lowerKey }) => operator.negative && ownKeys.includes(lowerKey))
  );
}

function isAbout(statement: Statement, layers: string): boolean {
  return (
    anyonePrincipal(statement) !== undefined &&
    knownActions(statement).some((action) => covers(action, "s3:getobject")) &&
    statement.resources.some((leaf) => leaf.isKnown && covers(String(leaf.raw), layers))
  );
}
