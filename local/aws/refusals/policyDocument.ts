import { show } from "./checks";
import { isUnknown } from "./paths";
import type { Fields } from "./paths";
import { conditionProblems } from "./policyConditions";
import { parsePolicy, statementsOf, texts } from "./policyText";

/**
 * `identity`: attached to a role; `trust`: a role's assume-role policy; `resource`: on a key, bucket or topic;
 * `bare`: on an ECR repository, where no Resource may be named; `endpoint`: on a VPC endpoint.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export type PolicyKind = "identity" | "trust" | "resource" | "bare" | "endpoint";

const versions = ["2012-10-17", "2008-10-17"];
const documentFields = ["Version", "Id", "Statement"];
const statementFields = [
  ...["Sid", "Effect", "Principal", "NotPrincipal"],
  ...["Action", "NotAction", "Resource", "NotResource", "Condition"],
];

/** What AWS's grammar has against the document, each with the way out. */
export function policyProblems(value: unknown, kind: PolicyKind): string[] {
  if (isUnknown(value) || value === undefined || value === null) return [];
  const document = parsePolicy(value);
  if (document === undefined) return ["it is not a JSON object; build it with JSON.stringify or pulumi.jsonStringify"];
  return [
    ...documentProblems(document),
    ...statementsOf(document).flatMap((one, at) => statementProblems(one, at, kind)),
  ];
}

function documentProblems(document: Fields): string[] {
  const { Version: version, Statement: given } = document;
  const problems = Object.keys(document)
    .filter((name) => !documentFields.includes(name))
    .map((name) => `it has the unknown element ${name}; use ${documentFields.join(", ")}`);
  if (version !== undefined && !isUnknown(version) && !versions.includes(String(version)))
    problems.push(`its Version is ${show(version)}; use "2012-10-17"`);
  if (given === undefined || (Array.isArray(given) && given.length === 0))
    problems.push("it has no Statement; add at least one");
  const sids = statementsOf(document).flatMap(({ Sid: sid }) =>
    typeof sid === "string" && !isUnknown(sid) ? [sid] : [],
  );
  const repeated = sids.find((sid, index) => sid !== "" && sids.indexOf(sid) !== index);
  if (repeated !== undefined) problems.push(`Sid ${show(repeated)} is used twice; make each Sid unique`);
  return problems;
}

function statementProblems(statement: Fields, index: number, kind: PolicyKind): string[] {
  const at = `Statement[${index}]`;
  const { Effect: effect, Sid: sid } = statement;
  const problems = Object.keys(statement)
    .filter((name) => !statementFields.includes(name))
    .map((name) => `${at} has the unknown element ${name}; use ${statementFields.join(", ")}`);
  if (!isUnknown(effect) && effect !== "Allow" && effect !== "Deny")
    problems.push(`${at}.Effect is ${show(effect)}; use "Allow" or "Deny"`);
  if (kind === "identity" && typeof sid === "string" && !isUnknown(sid) && !/^[A-Za-z0-9]*$/.test(sid))
    problems.push(`${at}.Sid is ${show(sid)}; IAM accepts letters and digits only`);
  problems.push(...pairProblems(statement, at, "Action"), ...actionProblems(statement, at));
  problems.push(...placeProblems(statement, at, kind), ...conditionProblems(statement.Condition, at));
  return problems;
}

function pairProblems(statement: Fields, at: string, name: "Action" | "Resource"): string[] {
  const both = statement[name] !== undefined && statement[`Not${name}`] !== undefined;
  const none = statement[name] === undefined && statement[`Not${name}`] === undefined;
  if (both) return [`${at} has ${name} and Not${name}; keep one`];
  return none ? [`${at} has no ${name}; add it`] : [];
}

function actionProblems(statement: Fields, at: string): string[] {
  return texts(statement.Action ?? statement.NotAction)
    .filter((action) => action !== "*" && !/^[A-Za-z0-9-]+:[A-Za-z0-9*?]+$/.test(action))
    .map((action) => `${at}.Action ${show(action)} has no service prefix; write it like "s3:GetObject"`);
}

/** Who may stand where: identity policies name resources, trust policies name principals, resource policies name principals. */
function placeProblems(statement: Fields, at: string, kind: PolicyKind): string[] {
  const hasPrincipal = statement.Principal !== undefined || statement.NotPrincipal !== undefined;
  if (kind === "identity") {
    const prohibited = hasPrincipal
      ? [`${at} has the prohibited field Principal; it belongs in a resource or trust policy`]
      : [];
    return [...prohibited, ...pairProblems(statement, at, "Resource"), ...resourceProblems(statement, at)];
  }
  const missing = hasPrincipal ? [] : [`${at} has no Principal; say who is meant`];
  if (kind === "resource") return [...missing, ...pairProblems(statement, at, "Resource")];
  const namesResource = statement.Resource !== undefined || statement.NotResource !== undefined;
  if (namesResource && kind !== "endpoint")
    missing.push(`${at} has the prohibited field Resource; the policy is about what it is attached to`);
  return missing;
}

function resourceProblems(statement: Fields, at: string): string[] {
  return texts(statement.Resource ?? statement.NotResource)
    .filter((resource) => resource !== "*" && !resource.startsWith("arn:") && !resource.startsWith("*"))
    .map((resource) => `${at}.Resource ${show(resource)} must be in ARN format or "*"`);
}
