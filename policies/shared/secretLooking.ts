/** What a secret looks like: for properties that hold names and values in plain text, such as environment variables. */

/** Names that are known to hold secrets although they end in harmless words. Security Hub ECS.8 and CodeBuild.2 look for the first. */
const exactNames = new Set([
  ...["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "ECS_ENGINE_AUTH_DATA"],
  "SECRET_KEY_BASE",
]);

/** The last words of a name that say that the value is the secret itself: not `TOKEN_URL`, `SECRET_ARN` or `KEY_ID`. */
const secretEnding =
  /(^|_)(PASS|PWD|SECRET|SECRETS|TOKEN|CREDENTIAL|CREDENTIALS|(API|PRIVATE|SECRET|ACCESS|SIGNING|ENCRYPTION|MASTER|AUTH|CLIENT|DEPLOY|LICENSE)_?KEY|CONNECTION_STRING|AUTHORIZATION)_?[0-9]*$/;

/** The same in names that are written in one word: `PGPASSWORD`, `authtoken`. */
const joinedEnding =
  /(PASSWORD|PASSWD|PASSPHRASE|(API|SECRET|ACCESS|PRIVATE)KEY|(API|AUTH|ACCESS|BEARER|REFRESH)TOKEN|CLIENTSECRET)_?[0-9]*$/;

const secretValues: readonly RegExp[] = [
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}/,
  /\bgithub_pat_[A-Za-z0-9_]{22}/,
  /\bglpat-[A-Za-z0-9_-]{20}/,
  /\bxox[abprs]-[A-Za-z0-9-]{10}/,
  /\bhooks\.slack\.com\/services\/T[A-Z0-9]{6,12}\/B[A-Z0-9]{6,12}\/[A-Za-z0-9]{20}/,
  /\b[sr]k_live_[A-Za-z0-9]{16}/,
  /\bsk-(proj-|ant-api\d\d-)?[A-Za-z0-9]{20}/,
  /\bAIza[A-Za-z0-9_-]{35}/,
  /\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}/,
  /\bnpm_[A-Za-z0-9]{36}/,
  /\bpul-[0-9a-f]{40}\b/,
  /\bdckr_pat_[A-Za-z0-9_-]{20}/,
  /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----/,
  /\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\./,
  // A password in an address, unless something else is to be put in its place.
  /:\/\/[^/\s:@]{1,128}:(?![$<{%*])[^/\s@]{1,256}@/,
];

/** True for a name such as `DB_PASSWORD`, `dbPassword` or `github-token`. */
export function looksLikeSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .toUpperCase();
  return exactNames.has(words) || secretEnding.test(words) || joinedEnding.test(words);
}

/** True for a value that has the form of a well-known credential. */
export function looksLikeSecretValue(value: string): boolean {
  return secretValues.some((pattern) => pattern.test(value));
}

/** True for a value that only says where the secret is, or switches something: `arn:…`, a path, `true`, empty. */
export function isHarmlessValue(value: string): boolean {
  return /^(|true|false|yes|no|on|off|\d{1,5}|arn:[^:]*:[^:]*:[^:]*:[^:]*:.*|\/[\w./-]+|ssm:.*|\{\{resolve:.*\}\}|\$\{?\w+\}?)$/is.test(
    value,
  );
}
