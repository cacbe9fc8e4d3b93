import { strict as assert } from "node:assert";
import { vpcDefaultSg } from "../../../policies/network/vpcDefaultSg";
import { brief, judge, judgeStack, stackOf, unknown } from "../../support/policy";

const type = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";

describe("vpc-default-sg", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes a group without rules", { vpcId: unknown }, []],
    ["passes empty lists", { ingress: [], egress: [] }, []],
    [
      "refuses ingress and egress",
      { ingress: [{ self: true }], egress: [{ protocol: "-1" }] },
      ["violation ingress", "violation egress"],
    ],
    ["cannot decide unknown rules", { ingress: unknown }, ["undecided ingress"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(vpcDefaultSg, { type, props })), expected);
    });
  }

  const vpc = { type: "aws:ec2/vpc:Vpc", name: "vpc" };

  it("passes a VPC whose default group is managed", async () => {
    const managed = { type, name: "default", props: { vpcId: unknown }, dependsOn: { vpcId: ["vpc"] } };
    assert.deepEqual(await judgeStack(vpcDefaultSg, stackOf(vpc, managed)), []);
  });

  for (const [how, dependency] of [
    ["the managed default group", "default"],
    ["the VPC's output", "vpc"],
  ] as const) {
    for (const rule of [
      "aws:ec2/securityGroupRule:SecurityGroupRule",
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
      "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
    ]) {
      it(`refuses a ${rule} of the default group, named by ${how}`, async () => {
        const managed = { type, name: "default", props: { vpcId: unknown }, dependsOn: { vpcId: ["vpc"] } };
        const opening = {
          type: rule,
          name: "rule",
          props: { securityGroupId: unknown },
          dependsOn: { securityGroupId: [dependency] },
        };
        const findings = await judgeStack(vpcDefaultSg, stackOf(vpc, managed, opening));
        assert.deepEqual(brief(findings), ["violation securityGroupId"]);
      });
    }
  }

  it("passes a rule of another group, and refuses one of the default group by its id", async () => {
    const known = { ...vpc, props: { defaultSecurityGroupId: "sg-default" } };
    const managed = { type, name: "default", props: { vpcId: unknown }, dependsOn: { vpcId: ["vpc"] } };
    const rule = (securityGroupId: string) =>
      judgeStack(
        vpcDefaultSg,
        stackOf(known, managed, {
          type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
          name: "rule",
          props: { securityGroupId },
        }),
      );
    assert.deepEqual(await rule("sg-other"), []);
    assert.deepEqual(brief(await rule("sg-default")), ["violation securityGroupId"]);
  });

  it("refuses a VPC whose default group is not", async () => {
    assert.deepEqual(brief(await judgeStack(vpcDefaultSg, stackOf(vpc))), ["violation "]);
  });
});
