import { kmsPolicyPublic } from "../../../policies/kms/policyPublic";
import { type KeyCase, itJudgesKeyPolicies, keyPolicy, role, root } from "../../support/keyPolicy";

describe("kms-policy-public", () => {
  const everybody = (Condition: object) => ({ ...role, Principal: { AWS: "*" }, Condition });
  const cases: KeyCase[] = [
    ["passes the account and a role", keyPolicy(root, role), []],
    [
      "passes everybody of the own account, as AWS's own keys have it",
      keyPolicy(
        everybody({
          StringEquals: { "kms:CallerAccount": "123456789012", "kms:ViaService": "s3.eu-west-1.amazonaws.com" },
        }),
      ),
      [],
    ],
    ["passes a denial to everybody", keyPolicy(root, { ...role, Effect: "Deny", Principal: "*" }), []],
    ["refuses everybody", keyPolicy(root, { ...role, Principal: "*" }), ["violation policy.Statement[1].Principal"]],
    [
      "refuses everybody under a condition that says nothing about them",
      keyPolicy(everybody({ Bool: { "aws:SecureTransport": "true" } })),
      ["violation policy.Statement[0].Principal.AWS"],
    ],
    [
      "refuses everybody whose account is the caller's, which is everybody's",
      keyPolicy(everybody({ StringEquals: { "kms:CallerAccount": "${aws:PrincipalAccount}" } })),
      ["violation policy.Statement[0].Principal.AWS"],
    ],
    [
      "refuses everybody but one",
      keyPolicy(root, { Effect: "Allow", NotPrincipal: role.Principal, Action: "kms:Decrypt", Resource: "*" }),
      ["violation policy.Statement[1].NotPrincipal"],
    ],
    ["refuses what does not parse", "{", ["violation policy"]],
  ];

  itJudgesKeyPolicies(kmsPolicyPublic, cases);
});
