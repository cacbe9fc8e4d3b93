import { strict as assert } from "node:assert";
import { vpcFlowLogs } from "../../../policies/network/vpcFlowLogs";
import { brief, judge, judgeStack, stackOf, unknown } from "../../support/policy";

const type = "aws:ec2/flowLog:FlowLog";

describe("vpc-flow-logs", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes all traffic", { vpcId: unknown, trafficType: "ALL" }, []],
    ["passes rejected traffic", { vpcId: "vpc-1", trafficType: "REJECT" }, []],
    ["refuses accepted traffic alone", { vpcId: "vpc-1", trafficType: "ACCEPT" }, ["violation trafficType"]],
    ["cannot decide unknown traffic", { vpcId: "vpc-1", trafficType: unknown }, ["undecided trafficType"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(vpcFlowLogs, { type, props })), expected);
    });
  }

  const vpc = { type: "aws:ec2/vpc:Vpc", name: "vpc" };

  it("passes a VPC whose flow log names it by an output that is not known yet", async () => {
    const log = { type, name: "log", props: { vpcId: unknown }, dependsOn: { vpcId: ["vpc"] } };
    assert.deepEqual(await judgeStack(vpcFlowLogs, stackOf(vpc, log)), []);
  });

  it("refuses a VPC without a flow log", async () => {
    assert.deepEqual(brief(await judgeStack(vpcFlowLogs, stackOf(vpc))), ["violation "]);
  });
});
