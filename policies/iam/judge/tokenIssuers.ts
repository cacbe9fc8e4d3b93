import {
  type Fixed,
  everything,
  fixedOnGitHub,
  fixedOnGitLab,
  hasLiteral,
  isLiteral,
  nothing,
  pairsOf,
} from "./tokenSubjects";

/** Who issues tokens, and what their claims must say. */
export interface Issuer {
  readonly host: RegExp;
  /** A subject that only this issuer's tokens have, for servers under names of their own. */
  readonly shape?: RegExp;
  /** The claim for whom the token was made. Defaults to `aud`. */
  readonly audience?: string;
  /** Whether the audience is an application of the customer, which any of its users may come through. */
  readonly isApplication?: boolean;
  readonly fixes: (claim: string, value: string) => Fixed;
  readonly example: string;
  /** Whether the issuer documents this client id for AWS, besides STS itself. */
  readonly isClient?: (client: string, host: string) => boolean;
}

/** For issuers whose runs cannot be told apart beforehand: the workload is all that a condition can fix. */
const workload = (isFixed: boolean): Fixed => (isFixed ? everything : nothing);
const subject = (fixes: (value: string) => Fixed) => (claim: string, value: string) =>
  claim === "sub" ? (isLiteral(value) ? everything : fixes(value)) : nothing;

/** In the order in which a subject of an unknown host is compared with their shapes. */
export const issuers: readonly Issuer[] = [
  {
    // GitHub, also with the enterprise's name in the address, on its own host or on ghe.com.
    host: /^token\.actions\.(githubusercontent\.com|[^/]+\.ghe\.com)(\/|$)|^github\.com\/enterprises\/|\/_services\/token$/,
    shape: /^repo:/,
    fixes: fixedOnGitHub,
    example: "repo:<owner>/<repository>:ref:refs/heads/main",
  },
  {
    host: /gitlab/,
    shape: /^project_path:/,
    fixes: fixedOnGitLab,
    example: "project_path:<group>/<project>:ref_type:branch:ref:main",
    isClient: (client, host) =>
      client
        .replace(/^https:\/\//, "")
        .replace(/\/$/, "")
        .toLowerCase() === host,
  },
  {
    // https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
    host: /^oidc[.-]eks\./,
    shape: /^system:serviceaccount:/,
    fixes: subject((value) => {
      const [, , namespace, ...name] = value.split(":");
      return workload(isLiteral(namespace) && hasLiteral(name.join(":")));
    }),
    example: "system:serviceaccount:<namespace>:<name>",
  },
  {
    // The subject ends with the random id of the step.
    // https://support.atlassian.com/bitbucket-cloud/docs/deploy-on-aws-using-bitbucket-pipelines-openid-connect/
    host: /^api\.bitbucket\.org\//,
    fixes: subject((value) => workload(/^\{[^{}*?]+\}/.test(value))),
    example: "{<repository UUID>}:*",
    isClient: (client) => client.startsWith("ari:cloud:bitbucket::workspace/"),
  },
  {
    // https://circleci.com/docs/guides/permissions-authentication/openid-connect-tokens/
    host: /^oidc\.circleci\.com\//,
    shape: /^org\/[^/]+\/project\//,
    fixes: (claim, value) =>
      claim === "oidc.circleci.com/project-id"
        ? workload(isLiteral(value))
        : subject((sub) => workload(/^org\/[^*?/]+\/project\/[^*?/]+(\/|$)/.test(sub)))(claim, value),
    example: "org/<organization id>/project/<project id>/user/*",
    isClient: (client, host) => client.toLowerCase() === host.split("/")[2],
  },
  {
    // https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration
    host: /^app(\.eu)?\.terraform\.io$/,
    shape: /^organization:[^:]+:project:/,
    fixes: subject((value) => {
      const { values, rest } = pairsOf(value, ["organization", "project", "workspace", "stack", "run_phase"]);
      const one = isLiteral(values.get("workspace")) || isLiteral(values.get("stack"));
      const some = isLiteral(values.get("project")) && hasLiteral(`${values.get("run_phase") ?? ""}${rest}`);
      return workload(isLiteral(values.get("organization")) && (one || some));
    }),
    example: "organization:<organization>:project:<project>:workspace:<workspace>:run_phase:*",
    isClient: (client) => client === "aws.workload.identity",
  },
  {
    // https://www.pulumi.com/docs/deployments/guides/oidc/aws/
    host: /^api\.pulumi\.com\/oidc$/,
    shape: /^pulumi:(deploy|environments):/,
    fixes: subject((value) => {
      const { values } = pairsOf(value, ["org", "project", "env"]);
      const part = [values.get("project"), values.get("env")].some((name) => isLiteral(name?.split("/")[0]));
      return workload(isLiteral(values.get("org")) && part);
    }),
    example: "pulumi:deploy:org:<organization>:project:<project>:*",
    isClient: (client) => /^(aws:)?[A-Za-z0-9._-]+$/.test(client),
  },
  {
    // https://vercel.com/docs/oidc/aws
    host: /^oidc\.vercel\.com(\/|$)/,
    shape: /^owner:[^:]+:project:/,
    fixes: subject((value) => {
      const { values } = pairsOf(value, ["owner", "project", "environment"]);
      return {
        workload: isLiteral(values.get("owner")) && isLiteral(values.get("project")),
        run: isLiteral(values.get("environment")),
      };
    }),
    example: "owner:<team>:project:<project>:environment:production",
    isClient: (client) => /^https:\/\/vercel\.com\/./.test(client),
  },
  {
    // https://buildkite.com/docs/pipelines/security/oidc/aws
    host: /^agent\.(buildkite\.com|[^/]+\.buildkite\.(dev|site))$/,
    shape: /^organization:[^:]+:pipeline:/,
    fixes: (claim, value) => {
      if (claim === "pipeline_id") return { workload: isLiteral(value), run: false };
      if (claim === "build_branch") return { workload: false, run: hasLiteral(value) };
      return subject((sub) => {
        const { values, rest } = pairsOf(sub, ["organization", "pipeline"]);
        const isOne = isLiteral(values.get("organization")) && isLiteral(values.get("pipeline"));
        return { workload: isOne, run: hasLiteral(rest) };
      })(claim, value);
    },
    example: "organization:<organization>:pipeline:<pipeline>:ref:refs/heads/main:*",
  },
  // Providers of people. AWS asks for the application. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
  {
    // An identity pool of Cognito is such an application, too.
    host: /^(accounts\.google\.com|cognito-identity\.amazonaws\.com)$/,
    isApplication: true,
    fixes: subject(() => nothing),
    example: "<user>",
  },
  {
    host: /^(www\.amazon\.com|graph\.facebook\.com)$/,
    audience: "app_id",
    isApplication: true,
    fixes: subject(() => nothing),
    example: "<user>",
  },
];

/** Words of subjects that say what the next part is. */
const labels =
  /^(account|app|branch|cluster|env|environment|group|namespace|ns|org|organization|owner|pipeline|project|ref|repo|repository|sa|service|stack|team|tenant|user|workspace)s?$/i;

/** An issuer that nobody described: two names must stand before the first wildcard, whoever's and whose part it is. */
export const unknownIssuer: Issuer = {
  host: /./,
  fixes: subject((value) => {
    const fixed = /^([^*?]*)[:/]/.exec(value)?.[1] ?? "";
    return workload(fixed.split(/[:/]+/).filter((part) => part !== "" && !labels.test(part)).length >= 2);
  }),
  example: "<subject of the one workload>",
};
