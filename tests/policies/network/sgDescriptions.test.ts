import { strict as assert } from "node:assert";
import { sgDescriptions } from "../../../policies/network/sgDescriptions";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:ec2/securityGroup:SecurityGroup";

describe("sg-descriptions", () => {
  it("judges the group and the known rules while others are unknown", async () => {
    const props = { ingress: unknown, egress: [{ protocol: "-1" }] };
    const findings = await judge(sgDescriptions, { type: "aws:ec2/securityGroup:SecurityGroup", props });
    assert.deepEqual(brief(findings), [
      "violation description",
      "undecided ingress",
      "violation egress[0].description",
    ]);
  });

  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes a described group", { description: "Tasks of the shop" }, []],
    ["passes a description that is not known yet", { description: unknown }, []],
    ["refuses an absent description", {}, ["violation description"]],
    ["refuses the text that the provider fills in", { description: "Managed by Pulumi" }, ["violation description"]],
    [
      "refuses an inline rule without a description",
      { description: "Tasks", ingress: [{ protocol: "tcp" }] },
      ["violation ingress[0].description"],
    ],
    ["cannot decide unknown rules", { description: "Tasks", ingress: unknown }, ["undecided ingress"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(sgDescriptions, { type, props })), expected);
    });
  }

  for (const rule of [
    "aws:ec2/securityGroupRule:SecurityGroupRule",
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  ]) {
    it(`refuses a ${rule} without a description`, async () => {
      assert.deepEqual(brief(await judge(sgDescriptions, { type: rule, props: { type: "ingress" } })), [
        "violation description",
      ]);
    });
  }
});
