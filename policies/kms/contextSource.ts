import { textOf } from "../documents/conditions";
import { isPositive } from "../documents/operators";
import { type Source, sourceOf, sourceOfAccount, sourceOfArn } from "../documents/sources";
import type { Statement } from "../documents/statement";
import type { Settings } from "../shared/settings";

/** On whose behalf a service uses the key, by its source and by what it encrypts. One wrong account shuts the own one out. */
export function keySource(statement: Statement, settings: Settings): Source {
  const sources = [sourceOf(statement, settings), contextSource(statement, settings)];
  return sources.includes("wrong") ? "wrong" : sources.find((source) => source === "own");
}

/** Whose key use the conditions of KMS itself speak of: services put the ARN of what they encrypt into the context. */
function contextSource({ conditions }: Statement, settings: Settings): Source {
  const sources = conditions
    .filter(({ operator, values }) => isPositive(operator) && values.length > 0)
    .filter(({ lowerKey }) => lowerKey.startsWith("kms:encryptioncontext:") || lowerKey === "kms:calleraccount")
    .map(({ values }) => values.map((value) => sourceOfText(textOf(value), settings)))
    // One of the values must match, so the loosest decides.
    .map((found) => (found.includes(undefined) ? undefined : found.includes("wrong") ? "wrong" : "own"));
  return sources.includes("wrong") ? "wrong" : sources.find((source) => source === "own");
}

/** A context of another kind, such as the name of a cluster, says nothing: other accounts have one of that name. */
function sourceOfText(text: string, settings: Settings): Source {
  return text.startsWith("arn:")
    ? sourceOfArn(text, settings)
    : /^\d{12}$|^\$/.test(text)
      ? sourceOfAccount(text, settings)
      : undefined;
}

/**
 * Whether a service comes only by messages to topics and queues, whose own policies say whose messages they take: so AWS
 * documents it for notification rules. https://docs.aws.amazon.com/dtconsole/latest/userguide/set-up-sns.html
 */
export function comesByMessage({ conditions }: Statement): boolean {
  return conditions.some(
    ({ lowerKey, operator, values }) =>
      lowerKey === "kms:viaservice" &&
      isPositive(operator) &&
      values.length > 0 &&
      values.every((value) => /^(sns|sqs)\./i.test(textOf(value))),
  );
}
