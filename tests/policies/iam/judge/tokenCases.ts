import { account, type Case, roleTrusting, trust } from "../documents";

export const action = "sts:AssumeRoleWithWebIdentity";

/** A role for tokens of the host with these claims; `sub` may be a pattern. */
const tokens = (host: string, claims: Record<string, unknown>) =>
  roleTrusting(
    trust(
      { Federated: `arn:aws:iam::${account}:oidc-provider/${host}` },
      { StringLike: Object.fromEntries(Object.entries(claims).map(([name, value]) => [`${host}:${name}`, value])) },
      action,
    ),
  );

/** Subjects, or claims, that pass and that do not. */
export const cases = (host: string, aud: string, passing: readonly unknown[], refused: readonly unknown[]): Case[] => [
  ...passing.map((sub): Case => [`passes ${JSON.stringify(sub)}`, tokens(host, { aud, ...claimsOf(sub) }), []]),
  ...refused.map((sub): Case => [
    `refuses ${JSON.stringify(sub)}`,
    tokens(host, { aud, ...claimsOf(sub) }),
    [`${action}|${host.toLowerCase()}`],
  ]),
];
const claimsOf = (sub: unknown) => (typeof sub === "string" || Array.isArray(sub) ? { sub } : (sub as object));
