import { parseArn } from "../arn";
import { characters, fields, first, matches, named, show, wholeNumber } from "../checks";
import type { Call, Refusal, StoredResource } from "../contract";
import { isUnchanged, isUnknown, valuesAt } from "../paths";
import { parsePolicy, statementsOf, texts } from "../policyText";
import { policy, policyPrincipalsExist, policySize } from "../policyRules";
import { unique } from "../duplicates";
import { exists, missingAt, stored, unused } from "../references";
import type { Rule, RuleTable } from "../rules";
import { refusal, withPaths } from "../rules";

export const roleType = "aws:iam/role:Role";

export const roleRules: RuleTable = {
  [roleType]: {
    inputs: [
      fields("ValidationError", {
        name: named(1, 64, /^[\w+=,.@-]+$/, "letters, digits and +=,.@_- only"),
        description: characters(0, 1000),
        path: first(characters(1, 512), matches(/^\/([!-~]+\/)?$/, "a path that starts and ends with /")),
        maxSessionDuration: wholeNumber(3600, 43200),
      }),
      policy("MalformedPolicyDocument", "assumeRolePolicy", "trust"),
      policySize("LimitExceeded", "assumeRolePolicy", 2048, true),
      policy("MalformedPolicyDocument", "inlinePolicies[].policy", "identity"),
      policySize("LimitExceeded", "inlinePolicies[].policy", 10240, true),
    ],
    account: [
      unique("EntityAlreadyExists", roleType, "role", { key: "name", isGlobal: true }),
      policyPrincipalsExist("MalformedPolicyDocument", "assumeRolePolicy"),
      exists("NoSuchEntity", "permissionsBoundary", "policy", "aws:iam/policy:Policy"),
      exists("NoSuchEntity", "managedPolicyArns[]", "policy", "aws:iam/policy:Policy"),
    ],
    removal: [
      unused(
        "DeleteConflict",
        "role",
        { type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment", paths: ["role"] },
        { type: "aws:iam/rolePolicy:RolePolicy", paths: ["role"] },
        { type: "aws:iam/policyAttachment:PolicyAttachment", paths: ["roles[]"] },
        { type: "aws:iam/instanceProfile:InstanceProfile", paths: ["role"] },
      ),
    ],
  },
};

/** A rule: the role at the path exists and trusts the service. Services try to assume a role when they are given it. */
export function assumableBy(code: string, path: string, service: string): Rule {
  return withPaths([path], (call) =>
    valuesAt(call.inputs, path).flatMap(({ path: at, value }) =>
      typeof value === "string" ? assumeProblem(call, code, at, value, service) : [],
    ),
  );
}

export function assumeProblem(call: Call, code: string, path: string, role: string, service: string): Refusal[] {
  const arn = parseArn(role);
  if (isUnknown(role) || isUnchanged(call, path) || (arn !== undefined && arn.account !== call.account)) return [];
  if (arn?.resource.startsWith("role/aws-service-role/")) return [];
  const missing = missingAt(call, code, path, role, "role", [roleType]);
  const found = stored(call, roleType).find((one) => one.outputs.arn === role || one.id === role);
  if (missing.length > 0 || found === undefined || trusts(found, service)) return missing;
  const message = `${path} is ${show(role)}: ${service} is not authorized to perform: sts:AssumeRole on it. Add a statement to the role's assumeRolePolicy that allows sts:AssumeRole to Service "${service}".`;
  return [refusal(code, path, message)];
}

/** Undecidable trust (an unknown document) counts as trust. */
export function trusts(role: StoredResource, service: string): boolean {
  const document = parsePolicy(role.inputs.assumeRolePolicy ?? role.outputs.assumeRolePolicy);
  if (document === undefined) return true;
  return statementsOf(document).some((statement) => {
    if (statement.Effect !== "Allow") return false;
    const { Principal: principal } = statement;
    if (principal === "*" || isUnknown(principal)) return true;
    const services = (principal as Record<string, unknown> | undefined)?.Service;
    return texts(services).includes(service) || (services !== undefined && texts(services).length === 0);
  });
}
