import { strict as assert } from "node:assert";
import { ecrPullThrough } from "../../../policies/ecr/pullThrough";
import { brief, judge, unknown, judgeStack, stackOf } from "../../support/policy";

const type = "aws:ecr/pullThroughCacheRule:PullThroughCacheRule";

describe("ecr-pull-through", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes a public registry", { ecrRepositoryPrefix: "hub", upstreamRegistryUrl: "public.ecr.aws" }, []],
    [
      "passes Docker Hub with credentials",
      {
        ecrRepositoryPrefix: "hub",
        upstreamRegistryUrl: "registry-1.docker.io",
        credentialArn: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:ecr-pullthroughcache/hub",
      },
      [],
    ],
    [
      "passes credentials that this stack creates",
      { ecrRepositoryPrefix: "hub", upstreamRegistryUrl: "shop.azurecr.io", credentialArn: unknown },
      [],
    ],
    [
      "passes a private registry of the own account",
      { ecrRepositoryPrefix: "hub", upstreamRegistryUrl: "123456789012.dkr.ecr.eu-central-1.amazonaws.com" },
      [],
    ],
    [
      "passes another account's registry with a role",
      {
        ecrRepositoryPrefix: "hub",
        upstreamRegistryUrl: "210987654321.dkr.ecr.eu-west-1.amazonaws.com",
        customRoleArn: unknown,
      },
      [],
    ],
    [
      "refuses a registry that is not agreed",
      { ecrRepositoryPrefix: "hub", upstreamRegistryUrl: "docker.example.com" },
      ["violation upstreamRegistryUrl"],
    ],
    [
      "refuses Docker Hub without credentials",
      { ecrRepositoryPrefix: "hub", upstreamRegistryUrl: "registry-1.docker.io" },
      ["violation credentialArn"],
    ],
    [
      "refuses a secret that ECR does not accept",
      {
        ecrRepositoryPrefix: "hub",
        upstreamRegistryUrl: "ghcr.io",
        credentialArn: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:github",
      },
      ["violation credentialArn"],
    ],
    [
      "refuses another account's registry without a role",
      { ecrRepositoryPrefix: "hub", upstreamRegistryUrl: "210987654321.dkr.ecr.eu-west-1.amazonaws.com" },
      ["violation customRoleArn"],
    ],
    ["cannot decide an unknown registry", { upstreamRegistryUrl: unknown }, ["undecided upstreamRegistryUrl"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecrPullThrough, { type, props })), expected);
    });
  }

  const cache = { type, name: "cache", props: { ecrRepositoryPrefix: "hub/library" } };
  const template = (prefix: string, appliedFor = "PULL_THROUGH_CACHE") => ({
    type: "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate",
    name: "template",
    props: { prefix, appliedFors: [appliedFor] },
  });
  for (const prefix of ["hub/library", "hub", "ROOT"]) {
    it(`passes a template for ${prefix}`, async () => {
      assert.deepEqual(await judgeStack(ecrPullThrough, stackOf(cache, template(prefix))), []);
    });
  }

  it("cannot decide whether a registry is another account's when nobody said which is the own one", async () => {
    const props = { upstreamRegistryUrl: "123456789012.dkr.ecr.eu-west-1.amazonaws.com" };
    const findings = await judge(ecrPullThrough, { type, props }, { ownAccounts: [] });
    assert.deepEqual(brief(findings), ["undecided customRoleArn"]);
  });

  it("refuses no template, one for another prefix and one for another purpose", async () => {
    for (const others of [[], [template("hu")], [template("hub", "REPLICATION")]]) {
      const findings = await judgeStack(ecrPullThrough, stackOf(cache, ...others));
      assert.deepEqual(brief(findings), ["violation ecrRepositoryPrefix"]);
    }
  });
});
