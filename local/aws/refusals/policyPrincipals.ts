import { parseArn } from "./arn";
import { show } from "./checks";
import type { Call } from "./contract";
import { isRecord, isUnknown } from "./paths";
import { parsePolicy, statementsOf, texts } from "./policyText";
import { stored } from "./references";

const kinds = ["AWS", "Service", "Federated", "CanonicalUser"];

/** Principals whose form no service accepts; judged without the account. */
export function principalFormProblems(document: unknown): string[] {
  return principalsOf(document).flatMap(({ kind, value }) => {
    if (!kinds.includes(kind)) return [`the principal type ${kind} is unknown; use one of ${kinds.join(", ")}`];
    if (kind === "Service" && value !== "*" && !/^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(value))
      return [`the principal service ${show(value)} is invalid; write it like "ecs-tasks.amazonaws.com"`];
    if (kind === "AWS" && value !== "*" && !/^\d{12}$/.test(value) && !/^(AROA|AIDA)[A-Z0-9]+$/.test(value)) {
      const arn = parseArn(value);
      const isPrincipal = arn?.service === "iam" || arn?.service === "sts";
      if (!isPrincipal)
        return [`the principal AWS ${show(value)} is invalid; use an account id or the ARN of a role or user`];
    }
    return [];
  });
}

/** Principals of the own account that do not exist. KMS, S3, ECR, IAM and SNS look them up when the policy is set. */
export function missingPrincipals(call: Call, document: unknown): string[] {
  return principalsOf(document).flatMap(({ kind, value }) => {
    const arn = parseArn(value);
    if (kind !== "AWS" || arn === undefined || arn.service !== "iam" || arn.account !== call.account) return [];
    const [what = "", ...path] = arn.resource.split("/");
    if (what !== "role" && what !== "user") return [];
    if (path[0] === "aws-service-role" || path[0] === "aws-reserved") return [];
    const type = what === "role" ? "aws:iam/role:Role" : "aws:iam/user:User";
    const isThere =
      call.store.byArn(value) !== undefined || stored(call, type).some((one) => one.outputs.arn === value);
    return isThere
      ? []
      : [`the principal ${show(value)} does not exist in account ${call.account}; create the ${what} first`];
  });
}

function principalsOf(document: unknown): { kind: string; value: string }[] {
  const policy = parsePolicy(document);
  if (policy === undefined) return [];
  return statementsOf(policy).flatMap(({ Principal: principal, NotPrincipal: other }) => {
    const given = principal ?? other;
    if (given === "*") return [];
    if (typeof given === "string") return isUnknown(given) ? [] : [{ kind: given, value: given }];
    if (!isRecord(given)) return [];
    return Object.entries(given).flatMap(([kind, values]) => texts(values).map((value) => ({ kind, value })));
  });
}
