import { strict as assert } from "node:assert";
import { sgConflict } from "../../../policies/network/sgConflict";
import { brief, judgeStack, stackOf, unknown } from "../../support/policy";

const type = "aws:ec2/securityGroup:SecurityGroup";

describe("sg-conflict", () => {
  const rule = (kind: string) => ({
    type: kind,
    name: "rule",
    props: { securityGroupId: unknown },
    dependsOn: { securityGroupId: ["group"] },
  });
  const inline = { type, name: "group", props: { ingress: [{ protocol: "tcp" }] } };

  for (const kind of [
    "aws:ec2/securityGroupRule:SecurityGroupRule",
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  ]) {
    it(`refuses inline rules beside a ${kind}`, async () => {
      assert.deepEqual(brief(await judgeStack(sgConflict, stackOf(inline, rule(kind)))), ["violation ingress"]);
    });

    it(`passes a ${kind} alone`, async () => {
      assert.deepEqual(await judgeStack(sgConflict, stackOf({ type, name: "group" }, rule(kind))), []);
    });
  }

  it("cannot decide unknown inline rules beside a rule resource", async () => {
    const open = { ...inline, props: { egress: unknown } };
    const stack = stackOf(open, rule("aws:ec2/securityGroupRule:SecurityGroupRule"));
    assert.deepEqual(brief(await judgeStack(sgConflict, stack)), ["undecided egress"]);
    assert.deepEqual(await judgeStack(sgConflict, stackOf(open)), []);
  });

  it("passes inline rules alone", async () => {
    assert.deepEqual(await judgeStack(sgConflict, stackOf(inline)), []);
  });
});
