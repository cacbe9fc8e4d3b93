import { iamTrustNotPrincipal } from "../../../policies/iam/trustNotPrincipal";
import { roleArn, roleTrusting, table, trust, trustBasics } from "./documents";

describe("iam-trust-not-principal", () => {
  trustBasics(iamTrustNotPrincipal);
  const all = { NotPrincipal: { AWS: roleArn("a") }, Action: "sts:AssumeRole" };
  table(iamTrustNotPrincipal, [
    ["passes Principal", roleTrusting(trust({ AWS: roleArn("a") })), []],
    ["passes NotPrincipal in a Deny", roleTrusting({ ...all, Effect: "Deny" }), []],
    ["refuses NotPrincipal in an Allow", roleTrusting({ ...all, Effect: "Allow" }), [undefined]],
  ]);
});
