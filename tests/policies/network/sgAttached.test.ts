import { strict as assert } from "node:assert";
import { sgAttached } from "../../../policies/network/sgAttached";
import { brief, judgeStack, stackOf, unknown } from "../../support/policy";

const type = "aws:ec2/securityGroup:SecurityGroup";

describe("sg-attached", () => {
  const group = { type, name: "group", props: { id: "sg-1" } };

  it("passes a group that a resource depends on", async () => {
    const user = { type: "aws:ecs/service:Service", name: "user", dependsOn: { networkConfiguration: ["group"] } };
    assert.deepEqual(await judgeStack(sgAttached, stackOf(group, user)), []);
  });

  it("passes a group that a resource names by its id", async () => {
    const user = { type: "aws:lb/loadBalancer:LoadBalancer", name: "user", props: { securityGroups: ["sg-1"] } };
    assert.deepEqual(await judgeStack(sgAttached, stackOf(group, user)), []);
  });

  it("passes a group that another group's rule lets in", async () => {
    const rule = {
      type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
      name: "rule",
      dependsOn: { referencedSecurityGroupId: ["group"] },
    };
    assert.deepEqual(await judgeStack(sgAttached, stackOf(group, rule)), []);
  });

  it("refuses a group that only its own rules name", async () => {
    const rule = {
      type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
      name: "rule",
      props: { securityGroupId: unknown },
      dependsOn: { securityGroupId: ["group"] },
    };
    assert.deepEqual(brief(await judgeStack(sgAttached, stackOf(group, rule))), ["violation "]);
  });

  it("passes a group that something unknown is made of, and refuses one on its own", async () => {
    const user = {
      type: "aws:lb/loadBalancer:LoadBalancer",
      name: "user",
      props: { securityGroups: unknown },
      dependsOn: { securityGroups: ["group"] },
    };
    assert.deepEqual(await judgeStack(sgAttached, stackOf({ type, name: "group" }, user)), []);
    assert.deepEqual(brief(await judgeStack(sgAttached, stackOf({ type, name: "group" }))), ["violation "]);
  });
});
