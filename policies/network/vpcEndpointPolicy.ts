import { covers } from "../documents/glob";
import { anyonePrincipal } from "../documents/principals";
import { eachStatement, knownActions, readResourceDocument } from "../documents/resourceDocument";
import { narrowingConditions } from "../documents/sources";
import type { PolicyDocument } from "../documents/document";
import type { Statement } from "../documents/statement";
import type { Control, Reporter } from "../shared/control";
import type { Node } from "../shared/node";

const endpointType = "aws:ec2/vpcEndpoint:VpcEndpoint";
const policyType = "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy";
const ownKeys = [
  "aws:principalaccount",
  "aws:resourceaccount",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:resourceorgid",
  "aws:resourceorgpaths",
  "aws:principalarn",
];

export const vpcEndpointPolicy: Control = {
  id: "vpc-endpoint-policy",
  title: "Endpoints reach only what belongs here",
  description: "VPC endpoints should have a policy that is limited to the own account or organization.",
  severity: "medium",
  levels: { dev: "advisory", prod: "advisory" },
  references: [],
  remediationSteps:
    "Set `policy` with a condition on aws:PrincipalAccount or aws:ResourceAccount. For s3, also allow s3:GetObject on prod-<region>-starport-layer-bucket, where ECR keeps image layers.",
  url: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
  reads: { [endpointType]: ["policy", "serviceName"], [policyType]: ["policy", "vpcEndpointId"] },
  check({ type, props }, report) {
    if (type === policyType || !props.at("policy").isAbsent) judge(props.at("policy"), props.at("serviceName"), report);
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(endpointType), (endpoint) => {
      const policy = endpoint.props.at("policy");
      // An output while the program gives none.
      if (policy.isKnown || stack.linked([policyType], "vpcEndpointId", endpoint).length > 0) return;
      report.violation({
        at: policy.path,
        what: "The endpoint lets everything through to every account",
        fix: "Set `policy` with a condition on `aws:PrincipalAccount` or `aws:ResourceAccount`.",
      });
    });
  },
};

function judge(policy: Node, serviceName: Node, report: Reporter): void {
  const document = readResourceDocument(policy, report, { tellsFaults: true });
  if (!document) return;
  eachStatement(document, report, (statement) => {
    const anyone = statement.allows ? anyonePrincipal(statement) : undefined;
    if (!anyone || narrowingConditions(statement, ownKeys).length > 0 || namesResources(statement)) return;
    report.violation({
      at: anyone,
      what: `${statement.label} lets everything through to every account`,
      fix: "Add a condition on `aws:PrincipalAccount` or `aws:ResourceAccount`.",
    });
  });
  const region = /^com\.amazonaws\.([a-z0-9-]+)\.s3$/.exec(serviceName.isKnown ? String(serviceName.raw) : "")?.[1];
  if (region && !reachesLayers(document, region)) {
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
