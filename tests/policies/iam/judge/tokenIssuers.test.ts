import { iamTrustOidc } from "../../../../policies/iam/trustOidc";
import { table } from "../documents";
import { cases } from "./tokenCases";

describe("tokens of other providers", () => {
  table(
    iamTrustOidc,
    cases(
      "api.bitbucket.org/2.0/workspaces/octo/pipelines-config/identity/oidc",
      "ari:cloud:bitbucket::workspace/1f",
      ["{3a}:*", "{3a}:{env}:*", "{3a}*", ["{3a}:*", "{4b}:*"]],
      ["*", "{*}:*", "*:{env}:*", "{3a*"],
    ),
  );
  table(
    iamTrustOidc,
    cases(
      "oidc.circleci.com/org/1f",
      "1f",
      [
        "org/1f/project/2e/user/*",
        "org/1f/project/2e/user/*/vcs-origin/github.com/o/r/vcs-ref/refs/heads/main",
        { sub: "org/1f/*", "oidc.circleci.com/project-id": "2e" },
      ],
      ["org/1f/project/*/user/*", "org/1f/*", "org/*/project/2e/user/*", "org/1f/project/*"],
    ),
  );
  for (const host of ["app.terraform.io", "terraform.example.com"]) {
    table(
      iamTrustOidc,
      cases(
        host,
        "aws.workload.identity",
        [
          "organization:octo:project:core:workspace:shop:run_phase:*",
          "organization:octo:project:*:workspace:shop:run_phase:apply",
          "organization:octo:project:core:workspace:*:run_phase:plan",
          "organization:octo:project:core:stack:shop:deployment:*:operation:*",
        ],
        [
          "organization:octo:*",
          "organization:octo:project:*:workspace:*:run_phase:*",
          "organization:octo:project:core:workspace:*:run_phase:*",
          "organization:octo:project:*:workspace:*:run_phase:apply",
        ],
      ),
    );
  }
  table(
    iamTrustOidc,
    cases(
      "api.pulumi.com/oidc",
      "aws:octo",
      [
        "pulumi:deploy:org:octo:project:shop:*",
        "pulumi:deploy:org:octo:project:shop:stack:prod:operation:update:scope:write",
        "pulumi:environments:org:octo:env:core",
        "pulumi:environments:org:octo:env:shop/*",
        "pulumi:cmk:pulumi.organization.login:octo",
      ],
      [
        "pulumi:deploy:org:*",
        "pulumi:deploy:org:octo:*",
        "pulumi:deploy:org:octo:project:*:stack:*:operation:*:scope:write",
        "pulumi:environments:org:octo:env:*",
        "pulumi:*",
      ],
    ),
  );
  table(
    iamTrustOidc,
    cases(
      "oidc.vercel.com/octo",
      "https://vercel.com/octo",
      ["owner:octo:project:shop:environment:production"],
      [
        "owner:octo:project:shop:environment:*",
        "owner:octo:project:*:environment:production",
        "owner:octo:*",
        "owner:*:project:shop:environment:production",
      ],
    ),
  );
  table(
    iamTrustOidc,
    cases(
      "agent.buildkite.com",
      "sts.amazonaws.com",
      [
        "organization:octo:pipeline:shop:ref:refs/heads/main:commit:*:step:*",
        { sub: "organization:octo:pipeline:shop:*", build_branch: "main" },
        { sub: "organization:octo:*", pipeline_id: "1f", build_branch: "main" },
      ],
      [
        "organization:octo:pipeline:shop:*",
        "organization:octo:*",
        "organization:octo:pipeline:*:ref:refs/heads/main:*",
      ],
    ),
  );
  for (const host of ["oidc.eks.eu-west-1.amazonaws.com/id/1F", "s3.eu-west-1.amazonaws.com/irsa"]) {
    table(
      iamTrustOidc,
      cases(
        host,
        "sts.amazonaws.com",
        ["system:serviceaccount:shop:web", "system:serviceaccount:shop:web-*"],
        ["system:serviceaccount:shop:*", "system:serviceaccount:*:web", "system:serviceaccount:*"],
      ),
    );
  }
  table(
    iamTrustOidc,
    cases(
      "issuer.example.com",
      "sts.amazonaws.com",
      ["1f-2e", "spiffe://example.com/ns/shop/sa/web", "tenant:octo:app:shop:*", "octo/shop/*"],
      ["*", "octo*", "octo/*", "tenant:octo:*", "org/octo/project/*", "*/shop/main"],
    ),
  );
});
