import { strict as assert } from "node:assert";
import { ecrScanOnPush } from "../../../policies/ecr/scanOnPush";
import { brief, contextOf, resourceOf, judge, unknown, judgeStack, stackOf } from "../../support/policy";

const type = "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration";

describe("ecr-scan-on-push", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    [
      "passes a rule that scans on push",
      { scanType: "BASIC", rules: [{ scanFrequency: "SCAN_ON_PUSH", repositoryFilters: [{ filter: "*" }] }] },
      [],
    ],
    [
      "passes continuous scanning with Inspector",
      { scanType: "ENHANCED", rules: [{ scanFrequency: "CONTINUOUS_SCAN", repositoryFilters: [{ filter: "*" }] }] },
      [],
    ],
    [
      "refuses continuous scanning that the basic scanner does not know",
      { scanType: "BASIC", rules: [{ scanFrequency: "CONTINUOUS_SCAN", repositoryFilters: [{ filter: "*" }] }] },
      ["violation rules"],
    ],
    [
      "refuses manual scans",
      { scanType: "BASIC", rules: [{ scanFrequency: "MANUAL", repositoryFilters: [{ filter: "*" }] }] },
      ["violation rules"],
    ],
    ["refuses absent rules", { scanType: "ENHANCED" }, ["violation rules"]],
    ["cannot decide unknown rules", { scanType: "BASIC", rules: unknown }, ["undecided rules"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecrScanOnPush, { type, props })), expected);
    });
  }

  const repository = (props: object) => ({ type: "aws:ecr/repository:Repository", name: "app", props });
  const registry = (filter: string, more: object = {}) => ({
    type,
    name: "registry",
    props: { scanType: "BASIC", rules: [{ scanFrequency: "SCAN_ON_PUSH", repositoryFilters: [{ filter }] }], ...more },
  });
  const enhanced = (filter: string) => registry(filter, { scanType: "ENHANCED" });
  const scanned = { imageScanningConfiguration: { scanOnPush: true } };
  const stacks: [behaviour: string, resources: Parameters<typeof stackOf>, expected: string[]][] = [
    ["passes a repository that scans on push", [repository(scanned)], []],
    ["passes a repository that a rule names", [repository({ name: "shop/app" }), registry("shop/*")], []],
    [
      "passes a filter without wildcard that the name contains",
      [repository({ name: "shop/app" }), registry("shop")],
      [],
    ],
    ["passes an unknown name when a rule scans everything", [repository({ name: unknown }), registry("*")], []],
    [
      "passes an unknown setting when a rule scans it",
      [repository({ imageScanningConfiguration: unknown }), registry("*")],
      [],
    ],
    [
      "refuses a repository without either",
      [repository({ name: "app" })],
      ["violation imageScanningConfiguration.scanOnPush"],
    ],
    [
      "refuses a repository that no rule names",
      [repository({ name: "app", imageScanningConfiguration: { scanOnPush: false } }), registry("shop/*")],
      ["violation imageScanningConfiguration.scanOnPush"],
    ],
    [
      "refuses a rule of another region",
      [repository({ name: "app", region: "eu-west-1" }), registry("*", { region: "us-east-1" })],
      ["violation imageScanningConfiguration.scanOnPush"],
    ],
    [
      "refuses a repository that enhanced scanning leaves out, whatever its own setting",
      [repository({ name: "app", ...scanned }), enhanced("shop/*")],
      ["violation imageScanningConfiguration.scanOnPush"],
    ],
    ["passes one that enhanced scanning fits", [repository({ name: "shop/app", ...scanned }), enhanced("shop/*")], []],
    [
      "passes its own setting beside basic scanning of others",
      [repository({ name: "app", ...scanned }), registry("shop/*")],
      [],
    ],
    [
      "passes its own setting beside enhanced scanning of another account",
      [
        { ...repository({ name: "app", ...scanned }), provider: { allowedAccountIds: '["123456789012"]' } },
        { ...enhanced("shop/*"), provider: { assumeRoles: '[{"roleArn":"arn:aws:iam::210987654321:role/deploy"}]' } },
      ],
      [],
    ],
    // AWS's own table of filters and names.
    ...(
      [
        ["prod", "repo-prod-repo", true],
        ["*prod", "repo-prod", true],
        ["*prod", "prod-repo", false],
        ["prod*", "prodrepo", true],
        ["prod*", "repo-prod", false],
        ["*prod*", "repo-prod-repo", true],
        ["prod*repo", "prod-repo", true],
        ["prod*repo", "prod", false],
      ] as const
    ).map(([filter, name, fits]): [string, Parameters<typeof stackOf>, string[]] => [
      `${fits ? "passes" : "refuses"} ${name} by the filter ${filter}`,
      [repository({ name }), registry(filter)],
      fits ? [] : ["violation imageScanningConfiguration.scanOnPush"],
    ]),
    ["cannot decide an unknown name", [repository({ name: unknown }), registry("shop/*")], ["undecided name"]],
    [
      "cannot decide an unknown setting",
      [repository({ imageScanningConfiguration: unknown })],
      ["undecided imageScanningConfiguration.scanOnPush"],
    ],
  ];
  for (const [behaviour, resources, expected] of stacks) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judgeStack(ecrScanOnPush, stackOf(...resources))), expected);
    });
  }

  it("does not judge a repository alone, which a rule of the registry may scan", async () => {
    assert.deepEqual(await judge(ecrScanOnPush, repository({})), []);
  });

  it("corrects a repository, and leaves alone what is right or unknown", () => {
    const corrected = (props: object) =>
      ecrScanOnPush.remediate?.(resourceOf(repository(props)), contextOf(ecrScanOnPush));
    assert.deepEqual(corrected({}), scanned);
    assert.equal(corrected(scanned), undefined);
    assert.equal(corrected({ imageScanningConfiguration: unknown }), undefined);
  });
});
