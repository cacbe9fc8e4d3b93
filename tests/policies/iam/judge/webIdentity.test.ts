import { iamTrustOidc } from "../../../../policies/iam/trustOidc";
import { roleTrusting, table, trust } from "../documents";
import { action } from "./tokenCases";

describe("tokens of people", () => {
  const by = (host: string, claims: Record<string, unknown>) =>
    roleTrusting(
      trust(
        { Federated: host },
        { StringEquals: Object.fromEntries(Object.entries(claims).map(([k, v]) => [`${host}:${k}`, v])) },
        action,
      ),
    );
  table(iamTrustOidc, [
    ["passes users of an application at Google", by("accounts.google.com", { aud: "66677788899900pro0" }), []],
    [
      "refuses users of any application at Google",
      by("accounts.google.com", { sub: "1" }),
      [`${action}|accounts.google.com`],
    ],
    ["passes users of an application at Amazon", by("www.amazon.com", { app_id: "amzn1.application-oa2-123456" }), []],
    ["refuses users of any application at Amazon", by("www.amazon.com", { aud: "a" }), [`${action}|www.amazon.com`]],
    ["passes users of an application at Facebook", by("graph.facebook.com", { app_id: "111222333444555" }), []],
    [
      "passes users of an identity pool",
      by("cognito-identity.amazonaws.com", { aud: "eu-west-1:12345678-abcd-abcd-abcd-123456" }),
      [],
    ],
    [
      "refuses users of any identity pool",
      by("cognito-identity.amazonaws.com", { amr: "authenticated" }),
      [`${action}|cognito-identity.amazonaws.com`],
    ],
  ]);
});
