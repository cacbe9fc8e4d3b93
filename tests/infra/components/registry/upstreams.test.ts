import { strict as assert } from "node:assert";
import { cacheProblem } from "../../../../infra/components/registry/upstreams";

const secret = (name: string) => `arn:aws:secretsmanager:eu-west-1:123456789012:secret:${name}-AbCdEf`;

describe("cacheProblem", () => {
  const accepted: [string, string, string?][] = [
    ["ecr-public", "public.ecr.aws"],
    ["k8s", "registry.k8s.io"],
    ["docker-hub", "registry-1.docker.io", secret("ecr-pullthroughcache/docker-hub")],
    ["azure", "team.azurecr.io", secret("ecr-pullthroughcache/azure")],
  ];
  for (const [prefix, upstreamRegistryUrl, credentialArn] of accepted) {
    it(`accepts ${upstreamRegistryUrl}`, () => {
      assert.equal(cacheProblem({ prefix, upstreamRegistryUrl, credentialArn }), undefined);
    });
  }

  const refused: [string, string, string, RegExp, string?][] = [
    ["an unknown registry", "x1", "docker.io", /^Set `upstreamRegistryUrl` to one of public.ecr.aws/],
    ["a prefix of one letter", "x", "quay.io", /^Set `prefix` to 2 to 30/],
    ["a prefix of 31 letters", "x".repeat(31), "quay.io", /^Set `prefix`/],
    ["a missing credential", "gh", "ghcr.io", /^Set `credentialArn` to a secret/],
    ["a secret that ECR cannot read", "gh", "ghcr.io", /^Set `credentialArn`/, secret("github")],
  ];
  for (const [what, prefix, upstreamRegistryUrl, message, credentialArn] of refused) {
    it(`refuses ${what}`, () => {
      assert.match(cacheProblem({ prefix, upstreamRegistryUrl, credentialArn }) ?? "", message);
    });
  }
});
