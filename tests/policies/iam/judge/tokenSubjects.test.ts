import { iamTrustOidc } from "../../../../policies/iam/trustOidc";
import { table } from "../documents";
import { cases } from "./tokenCases";

describe("tokens of GitHub", () => {
  table(
    iamTrustOidc,
    cases(
      "token.actions.githubusercontent.com",
      "sts.amazonaws.com",
      [
        "repo:octo/shop:pull_request",
        "repo:octo/shop:ref:refs/tags/*",
        "repo:octo@1/shop@2:environment:prod",
        "repo:octo/shop:environment:prod:job_workflow_ref:octo/ci/.github/workflows/deploy.yml@refs/heads/main",
        "repository_id:42:environment:prod",
        "repository_owner_id:1:repository_id:42:ref:refs/heads/main",
        "repository_owner:octo:repository_visibility:private:job_workflow_ref:octo/ci/.github/workflows/d.yml@*",
        "job_workflow_ref:octo/ci/.github/workflows/deploy.yml@refs/heads/main",
        "*:job_workflow_ref:octo/ci/.github/workflows/deploy.yml@refs/heads/main",
        { sub: "repo:octo/shop:*", environment: "prod" },
        { sub: "repo:octo/shop:*", ref: ["refs/heads/main", "refs/tags/v*"] },
        { sub: "repo:octo/*", repository_id: "42", ref: "refs/heads/main" },
        { sub: "repo:octo/*", job_workflow_ref: "octo/ci/.github/workflows/deploy.yml@refs/heads/main" },
      ],
      [
        "repo:octo/shop",
        "repo:octo/shop*",
        "repo:octo/shop:*",
        "repo:octo/*:ref:refs/heads/main",
        "repo:octo/shop-*:environment:prod",
        "repo:*:environment:prod",
        "repository_id:42",
        "repository_id:*:environment:prod",
        "repository_owner:octo",
        "repository_owner:octo:environment:prod",
        "environment:prod",
        "ref:refs/heads/main",
        "job_workflow_ref:octo/*",
        "job_workflow_ref:*",
        "job_workflow_ref:octo/ci/.github/workflows/*",
        ["repo:octo/shop:environment:prod", "repo:octo/*"],
        { sub: "repo:octo/*", environment: "prod" },
        { sub: "repo:octo/shop:*", actor: "octocat" },
        { sub: "repo:octo/shop:*", environment: "*" },
        { sub: "*", repository_owner_id: "1" },
      ],
    ),
  );
});

describe("tokens of GitHub on other hosts", () => {
  for (const host of [
    "token.actions.githubusercontent.com/octo-enterprise",
    "token.actions.octo.ghe.com",
    "github.octo.example/_services/token",
  ]) {
    table(iamTrustOidc, cases(host, "sts.amazonaws.com", ["repo:octo/shop:environment:prod"], ["repo:octo/shop:*"]));
  }
});

describe("tokens of GitLab", () => {
  for (const host of ["gitlab.com", "gitlab.example.com", "git.example.com"]) {
    table(
      iamTrustOidc,
      cases(
        host,
        `https://${host}`,
        [
          "project_path:group/shop:ref_type:branch:ref:main",
          "project_path:group/sub/shop:ref_type:tag:ref:v*",
          { sub: "project_path:group/shop:*", ref_protected: "true" },
        ],
        [
          "project_path:group/shop:*",
          "project_path:group/*:ref_type:branch:ref:main",
          "project_path:*:ref_type:branch:ref:main",
          "project_path:group/shop*",
        ],
      ),
    );
  }
});
