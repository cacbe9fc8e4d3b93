import { iamTrustOidc } from "../../../../policies/iam/trustOidc";
import { table } from "../documents";
import { cases } from "./tokenCases";

const github = "token.actions.githubusercontent.com";

describe("tokens whose other claims say whose they are", () => {
  const runs = (sub: string) => ({ sub, environment: "prod" });
  table(
    iamTrustOidc,
    cases(
      github,
      "a",
      [
        { ...runs("repo:octo/*"), repository: "octo/shop" },
        { ...runs("*"), repo: "octo/shop" },
        { sub: "repo:octo/shop:*", workflow: "Deploy" },
        { sub: "repo:octo/shop:*", job_workflow_ref: "octo/ci/.github/workflows/d.yml" },
      ],
      [
        { ...runs("repo:octo/*"), repository: "octo/*" },
        { ...runs("repo:octo/*"), repository: "octo" },
        { ...runs("repo:octo/*"), repository: "/shop" },
        { ...runs("repo:octo/*"), repository_owner: "octo/shop" },
        { ...runs("repo:octo/*"), repository_id: "4*" },
        { ...runs("repo:octo/*"), job_workflow_ref: "octo/ci/.github/workflows/d.yml" },
        { ...runs("repo:octo/*"), job_workflow_ref: "octo@main" },
        { ...runs("repo:octo/*"), actor: "octo/shop" },
        "repo",
        "x:repo:",
        "repo:octo/shop:::",
      ],
    ),
  );
  table(
    iamTrustOidc,
    cases(
      "gitlab.com",
      "a",
      [
        { sub: "project_path:group/*", project_id: "42", ref_protected: "true" },
        "project_id:42:ref_type:branch:ref:main",
      ],
      [
        { sub: "project_path:group/*", project_id: "4*", ref_protected: "true" },
        { sub: "project_path:group/*", project_id: "42" },
        { sub: "project_path:group/shop:*", ref_protected: "false" },
        { sub: "project_path:group/shop:*", user_login: "project_path:a/b:ref:c" },
        "project_id:*:ref_type:branch:ref:main",
      ],
    ),
  );
  const organization = { sub: "organization:octo:*" };
  table(
    iamTrustOidc,
    cases(
      "agent.buildkite.com",
      "a",
      [{ ...organization, pipeline_id: "1f", build_branch: "main" }],
      [
        { ...organization, pipeline_id: "1f" },
        { ...organization, build_branch: "main" },
        { ...organization, pipeline_id: "1f", build_branch: "*" },
        { ...organization, pipeline_id: "*", build_branch: "main" },
      ],
    ),
  );
  const eks = "oidc.eks.eu-west-1.amazonaws.com/id/1F";
  table(
    iamTrustOidc,
    cases(
      eks,
      "a",
      ["system:serviceaccount:shop:web*"],
      [
        { sub: "system:serviceaccount:*", namespace: "system:serviceaccount:shop:web" },
        "system:serviceaccount:shop:*:*",
      ],
    ),
  );
});
