import { strict as assert } from "node:assert";
import { buildStatements } from "../../../../infra/components/build/permissions";
import type { BuildResources } from "../../../../infra/components/build/permissions";

const where = { partition: "aws", region: "eu-west-1", account: "123456789012" };
const resources: BuildResources = {
  project: "web-build",
  repositoryName: "web",
  artifactBucketName: "artifacts",
  logGroupName: "/aws/codebuild/web-build",
  keyArn: "arn:aws:kms:eu-west-1:123456789012:key/1",
  baseImagePrefixes: [],
  subnetArns: [],
};
const sids = (own: Partial<BuildResources> = {}) =>
  buildStatements(where, { ...resources, ...own }).map(({ sid }) => sid);
const basic = [
  "RegistryLogin",
  "PushAndScanImage",
  "WriteLogs",
  "ReadSourceWriteReports",
  "FindArtifactBucket",
  "UseKey",
  "PublishTestReports",
];

describe("buildStatements", () => {
  const table: [string, Partial<BuildResources>, string[]][] = [
    ["grants nothing but the build", {}, []],
    ["adds pull-through caches", { baseImagePrefixes: ["ecr-public"] }, ["PullBaseImages"]],
    [
      "adds signing",
      { signingProfileArn: "arn:aws:signer:eu-west-1:123456789012:/signing-profiles/web" },
      ["SignPushedImages"],
    ],
    [
      "adds a network",
      { subnetArns: ["arn:aws:ec2:eu-west-1:123456789012:subnet/1"] },
      ["CreateInterface", "DescribeNetwork", "DeleteInterface", "HandInterfaceToCodeBuild"],
    ],
  ];
  for (const [behaviour, own, added] of table) {
    it(behaviour, () => assert.deepEqual(sids(own), [...basic, ...added]));
  }

  it("names its resources, but for actions that know none", () => {
    const subnetArns = ["arn:aws:ec2:eu-west-1:123456789012:subnet/1"];
    const statements = buildStatements(where, { ...resources, subnetArns });
    const open = statements.filter((statement) => statement.resources.includes("*")).map(({ sid }) => sid);
    assert.deepEqual(open, ["RegistryLogin", "CreateInterface", "DescribeNetwork"]);
  });

  it("reaches only repositories below the prefix of a cache", () => {
    const statement = buildStatements(where, { ...resources, baseImagePrefixes: ["ecr-public"] }).at(-1);
    assert.deepEqual(statement?.resources, ["arn:aws:ecr:eu-west-1:123456789012:repository/ecr-public/*"]);
  });

  it("spells every action out", () => {
    for (const { actions } of buildStatements(where, resources))
      assert.ok(actions.every((action) => !String(action).includes("*")));
  });
});
