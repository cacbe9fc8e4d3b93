import { accountOf } from "./accounts";
import { type Condition, hasWildcard, textOf } from "./conditions";
import { isPositive } from "./operators";

/**
 * Whether a condition can only shrink a statement, to values that not everybody can have: AWS's own idea of a policy
 * that is not public. https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 */
export function isFixed({ operator, values }: Condition): boolean {
  if (!isPositive(operator) || values.length === 0) return false;
  const judge = operator.family === "ip" ? isNarrowRange : isFixedText;
  return values.every((value) => judge(textOf(value)));
}

/** At least /8 or /32, by the same page. */
function isNarrowRange(range: string): boolean {
  return Number(range.split("/")[1] ?? 32) >= (range.includes(":") ? 32 : 8);
}

function isFixedText(written: string): boolean {
  const text = withoutVariables(written);
  if (!text.startsWith("arn:")) return !hasWildcard(text.split(/[:/]/)[0] as string);
  const account = accountOf(text);
  return account === undefined ? namesResource(text) : !hasWildcard(account);
}

/** What a caller brings along is as open as a wildcard: `${aws:PrincipalAccount}` fits every account. */
function withoutVariables(text: string): string {
  return text.replace(/\$\{aws:Resource(?:Account|OrgID|OrgPaths)\}/gi, "own").replace(/\$\{[^*?$}][^}]*\}/g, "*");
}

/** Whether an ARN without account names its resource: `shop` and `shop/*`, not `shop*`, which others can take. */
export function namesResource(arn: string): boolean {
  const [, , service, , , ...rest] = arn.split(":");
  const resource = rest.join(":");
  const named = resource.split(/[*?]/)[0] as string;
  if (!service || hasWildcard(service)) return false;
  if (named === resource) return resource !== "";
  const parts = named.split(/[/:]/).slice(0, -1);
  // A bucket's name stands first, other names stand after their type: `hostedzone/Z1`.
  return parts.filter((part) => part !== "").length >= (service === "s3" ? 1 : 2);
}
