import { strict as assert } from "node:assert";
import { ecrPolicyPublic } from "../../../policies/ecr/policyPublic";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:ecr/repositoryPolicy:RepositoryPolicy";
const allow = (statement: object) => ({ policy: JSON.stringify({ Statement: [{ Effect: "Allow", ...statement }] }) });

describe("ecr-policy-public", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "passes the own account",
      allow({ Principal: { AWS: "arn:aws:iam::123456789012:role/push" }, Action: "ecr:PutImage" }),
      [],
    ],
    [
      "passes other accounts that pull",
      allow({
        Principal: { AWS: "arn:aws:iam::210987654321:root" },
        Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      }),
      [],
    ],
    [
      "passes the organization",
      allow({
        Principal: "*",
        Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
        Condition: { StringEquals: { "aws:PrincipalOrgID": "o-abc" } },
      }),
      [],
    ],
    [
      "passes Lambda, which pulls by itself",
      allow({
        Principal: { Service: "lambda.amazonaws.com" },
        Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      }),
      [],
    ],
    [
      "passes a service that pushes for the own account",
      allow({
        Principal: { Service: "codebuild.amazonaws.com" },
        Action: "ecr:PutImage",
        Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
      }),
      [],
    ],
    [
      "refuses a service that pushes for whichever account asks",
      allow({ Principal: { Service: "codebuild.amazonaws.com" }, Action: "ecr:PutImage" }),
      ["violation policy.Statement[0].Principal.Service"],
    ],
    [
      "refuses a service that pushes for another account",
      allow({
        Principal: { Service: "codebuild.amazonaws.com" },
        Action: "ecr:PutImage",
        Condition: { StringEquals: { "aws:SourceAccount": "210987654321" } },
      }),
      ["violation policy.Statement[0].Principal.Service"],
    ],
    ["passes a role that this stack creates", allow({ Principal: { AWS: unknown }, Action: "ecr:PutImage" }), []],
    [
      "refuses everyone",
      allow({ Principal: "*", Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"] }),
      ["violation policy.Statement[0].Principal"],
    ],
    [
      "refuses everyone in a list",
      allow({ Principal: { AWS: ["123456789012", "*"] }, Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"] }),
      ["violation policy.Statement[0].Principal.AWS[1]"],
    ],
    [
      "refuses NotPrincipal",
      allow({ NotPrincipal: { AWS: "123456789012" }, Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"] }),
      ["violation policy.Statement[0].NotPrincipal"],
    ],
    [
      "refuses every action",
      allow({ Principal: { AWS: "123456789012" }, Action: ["ecr:*"] }),
      ["violation policy.Statement[0].Action[0]"],
    ],
    [
      "refuses every action in another spelling",
      allow({ Principal: { AWS: "123456789012" }, Action: ["ecr:?*"] }),
      ["violation policy.Statement[0].Action[0]"],
    ],
    [
      "refuses all but some actions",
      allow({ Principal: { AWS: "123456789012" }, NotAction: "ecr:DeleteRepository" }),
      ["violation policy.Statement[0].NotAction"],
    ],
    [
      "refuses other accounts that push",
      allow({ Principal: { AWS: "arn:aws:iam::210987654321:root" }, Action: ["ecr:BatchGetImage", "ecr:PutImage"] }),
      ["violation policy.Statement[0].Action[1]"],
    ],
    [
      "refuses other accounts' wildcards that reach writing",
      allow({ Principal: { AWS: "210987654321" }, Action: "ecr:Batch*" }),
      ["violation policy.Statement[0].Action"],
    ],
    [
      "never refuses a Deny",
      { policy: JSON.stringify({ Statement: [{ Effect: "Deny", Principal: "*", Action: "ecr:*" }] }) },
      [],
    ],
    ["refuses what does not parse", { policy: "{" }, ["violation policy"]],
    ["cannot decide an unknown document", { policy: unknown }, ["undecided policy"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecrPolicyPublic, { type, props })), expected);
    });
  }

  it("judges RegistryPolicy alike", async () => {
    const findings = await judge(ecrPolicyPublic, {
      type: "aws:ecr/registryPolicy:RegistryPolicy",
      props: allow({ Principal: "*", Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"] }),
    });
    assert.deepEqual(brief(findings), ["violation policy.Statement[0].Principal"]);
  });

  it("passes writing for an account that is trusted", async () => {
    const props = allow({ Principal: { AWS: "210987654321" }, Action: "ecr:ReplicateImage" });
    assert.deepEqual(await judge(ecrPolicyPublic, { type, props }, { trustedAccounts: ["210987654321"] }), []);
  });
});
