import { knownActions } from "../documents/actions";
import { type Condition, textOf } from "../documents/conditions";
import type { PolicyDocument } from "../documents/document";
import { isFixed } from "../documents/fixed";
import { covers } from "../documents/glob";
import { isPositive } from "../documents/operators";
import { anyonePrincipal } from "../documents/principals";
import type { Statement } from "../documents/statement";

const forResource = "kms:grantisforawsresource";
/** They say who gets the grant. https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html */
const grantees = ["kms:granteeprincipal", "kms:granteeserviceprincipal"];

/** Whether a statement lets grants be made only by AWS services on somebody's behalf, or only to those that it names. */
export function limitsGrants({ conditions }: Statement): boolean {
  return conditions.some((condition) => {
    if (!isPositive(condition.operator) || condition.values.length === 0) return false;
    if (condition.lowerKey === "kms:viaservice") return condition.values.every((value) => namesService(textOf(value)));
    if (grantees.includes(condition.lowerKey)) return isFixed(condition);
    return condition.lowerKey === forResource && saysOnly(condition, "true");
  });
}

/** `ec2.*.amazonaws.com` names a service in all its regions. */
function namesService(text: string): boolean {
  return /^[a-z0-9-]+\./i.test(text);
}

/**
 * Whether the policy denies everybody all grants that no AWS service asks for: then its other statements need not say it.
 * https://docs.aws.amazon.com/controltower/latest/controlreference/kms-rules.html#ct-kms-pr-3-description
 */
export function deniesOtherGrants({ statements }: PolicyDocument): boolean {
  return statements.some(
    (statement) =>
      statement.denies &&
      anyonePrincipal(statement) !== undefined &&
      knownActions(statement).some((action) => covers(action, "kms:creategrant")) &&
      statement.resources.some((leaf) => leaf.raw === "*") &&
      statement.conditions.some(({ lowerKey }) => lowerKey === forResource) &&
      statement.conditions.every(
        (condition) =>
          [forResource, "aws:principalisawsservice"].includes(condition.lowerKey) &&
          condition.operator.family === "bool" &&
          saysOnly(condition, "false"),
      ),
  );
}

/**
 * Whether a wildcard such as `kms:Create*` stands in the list of an administrator, who may rewrite the policy anyhow and
 * may not use the key: AWS's own console writes it so.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html#key-policy-default-allow-administrators
 */
export function isAdministration(statement: Statement): boolean {
  const actions = knownActions(statement);
  const may = (action: string) => actions.some((allowed) => covers(allowed, action));
  return may("kms:putkeypolicy") && !may("kms:decrypt") && !actions.includes("kms:creategrant");
}

function saysOnly({ values }: Condition, wanted: "true" | "false"): boolean {
  return values.every((value) => textOf(value).toLowerCase() === wanted);
}
