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

  it("refuses a VPC whose default group is not", async () => {
    assert.deepEqual(brief(await judgeStack(vpcDefaultSg, stackOf(vpc))), ["violation "]);
  });
});
