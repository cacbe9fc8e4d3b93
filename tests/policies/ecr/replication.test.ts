import { strict as assert } from "node:assert";
import { ecrReplication } from "../../../policies/ecr/replication";
import { brief, judge, unknown, judgeStack, stackOf } from "../../support/policy";

const type = "aws:ecr/replicationConfiguration:ReplicationConfiguration";
const to = (destination: object) => ({ replicationConfiguration: { rules: [{ destinations: [destination] }] } });

describe("ecr-replication", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes the own account", to({ region: "eu-central-1", registryId: "123456789012" }), []],
    ["passes an account that is looked up", to({ region: "eu-central-1", registryId: unknown }), []],
    ["passes an absent block", {}, []],
    [
      "refuses another account",
      to({ region: "eu-central-1", registryId: "210987654321" }),
      ["violation replicationConfiguration.rules[0].destinations[0].registryId"],
    ],
    [
      "cannot decide an unknown region",
      to({ region: unknown, registryId: "123456789012" }),
      ["undecided replicationConfiguration.rules[0].destinations[0].region"],
    ],
    [
      "cannot decide an unknown block",
      { replicationConfiguration: unknown },
      ["undecided replicationConfiguration.rules"],
    ],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(ecrReplication, { type, props })), expected);
    });
  }

  const props = to({ region: "us-east-1", registryId: "210987654321" });

  it("passes an account that is trusted", async () => {
    assert.deepEqual(await judge(ecrReplication, { type, props }, { trustedAccounts: ["210987654321"] }), []);
  });

  it("refuses a region that is not agreed", async () => {
    const options = { trustedAccounts: ["210987654321"], config: { regions: ["eu-*"] } };
    assert.deepEqual(brief(await judge(ecrReplication, { type, props }, options)), [
      "violation replicationConfiguration.rules[0].destinations[0].region",
    ]);
  });

  it("cannot decide when nobody said which account is the own one", async () => {
    assert.deepEqual(brief(await judge(ecrReplication, { type, props }, { ownAccounts: [] })), [
      "undecided replicationConfiguration.rules[0].destinations[0].registryId",
    ]);
  });

  const replication = { type, name: "replication", props: to({ region: "eu-central-1", registryId: "123456789012" }) };
  const template = {
    type: "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate",
    name: "template",
    props: { appliedFors: ["REPLICATION"] },
  };

  it("passes copies that follow a template, and those in other accounts", async () => {
    assert.deepEqual(await judgeStack(ecrReplication, stackOf(replication, template)), []);
    assert.deepEqual(await judgeStack(ecrReplication, stackOf({ ...replication, props })), []);
  });

  it("knows that a template governs the registry of its own region", async () => {
    const elsewhere = { ...template, props: { ...template.props, region: "eu-west-1" } };
    assert.deepEqual(brief(await judgeStack(ecrReplication, stackOf(replication, elsewhere))), [
      "violation replicationConfiguration",
    ]);
    const there = { ...template, provider: { region: "eu-central-1" } };
    assert.deepEqual(await judgeStack(ecrReplication, stackOf(replication, there)), []);
  });

  it("refuses copies in the own account without a template", async () => {
    const findings = await judgeStack(ecrReplication, stackOf(replication));
    assert.deepEqual(brief(findings), ["violation replicationConfiguration"]);
  });
});
