import { strict as assert } from "node:assert";
import { hostOf, isDocumentedClient, issuerOf } from "../../../../policies/iam/judge/identityProviders";
import { hostFromKeys } from "../../../../policies/iam/judge/webIdentity";
import { account } from "../documents";
import { statementOf } from "../../documents/statements";

const github = "token.actions.githubusercontent.com";

describe("what is known of token issuers", () => {
  it("names the host that the conditions do while the provider is unknown", () => {
    const host = (key: string) =>
      hostFromKeys(statementOf({ Condition: { StringEquals: { "aws:username": "x", [key]: "a" } } }));
    assert.deepEqual(["gitlab.com:aud", "GitLab.com:sub", "a:sub.b:aud", "a:sub:x", "x:audience"].map(host), [
      "gitlab.com",
      "gitlab.com",
      "a:sub.b",
      "<provider>",
      "<provider>",
    ]);
  });

  it("takes the host from the provider's ARN, or the provider that IAM knows by name", () => {
    const hosts: [federated: string, host: string | undefined][] = [
      [`arn:aws:iam::${account}:oidc-provider/GitLab.com/a`, "gitlab.com/a"],
      [":oidc-provider/gitlab.com", "gitlab.com"],
      ["Accounts.google.com", "accounts.google.com"],
      [`arn:aws:iam::${account}:saml-provider/a`, undefined],
    ];
    for (const [federated, host] of hosts) assert.equal(hostOf(federated), host);
  });

  it("takes a server of unknown name for what all its subjects look like", () => {
    const example = (...subjects: string[]) => issuerOf("git.example.com", subjects).example;
    const [gitlab, other] = [issuerOf("gitlab.com").example, issuerOf("x").example];
    assert.deepEqual(
      [example("project_path:a/b:*"), example("project_path:a/b:*", "x"), example()],
      [gitlab, other, other],
    );
  });

  const clients: [client: string, host: string, documented: boolean][] = [
    ["sts.amazonaws.com", "x", true],
    ["sts.eu-west-1.amazonaws.com", "x", true],
    ["sts.cn-north-1.amazonaws.com.cn", "x", true],
    ["xsts.amazonaws.com", "x", false],
    ["sts.amazonaws.com.example.com", "x", false],
    ["https://gitlab.com/", "gitlab.com", true],
    ["GitLab.com", "gitlab.com", true],
    ["https://gitlab.com/a", "gitlab.com", false],
    ["https://gitlab.com/a/", "gitlab.com/a", true],
    ["x-https://gitlab.com", "gitlab.com", false],
    ["ari:cloud:bitbucket::workspace/1f", "api.bitbucket.org/2.0/workspaces/o", true],
    ["1f", "api.bitbucket.org/2.0/workspaces/o", false],
    ["aws.workload.identity", "app.terraform.io", true],
    ["gcp.workload.identity", "app.terraform.io", false],
    ["https://vercel.com/octo", "oidc.vercel.com/octo", true],
    ["https://vercel.com/", "oidc.vercel.com/octo", false],
    ["x https://vercel.com/octo", "oidc.vercel.com/octo", false],
    ["aws:octo", "api.pulumi.com/oidc", true],
    ["gcp:octo", "api.pulumi.com/oidc", false],
    ["aws:", "api.pulumi.com/oidc", false],
    ["https://github.com/octo", github, false],
  ];
  for (const [client, host, documented] of clients) {
    it(`${documented ? "takes" : "does not take"} ${client} as ${host}'s client for AWS`, () =>
      assert.equal(isDocumentedClient(client, host), documented));
  }
});
