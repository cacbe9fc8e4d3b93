import { strict as assert } from "node:assert";
import { vpcEndpoints } from "../../../policies/network/vpcEndpoints";
import { judgeStack, stackOf, unknown } from "../../support/policy";

const vpc = { type: "aws:ec2/vpc:Vpc", name: "vpc" };
const subnet = {
  type: "aws:ec2/subnet:Subnet",
  name: "subnet",
  props: { vpcId: unknown },
  dependsOn: { vpcId: ["vpc"] },
};
const service = {
  type: "aws:ecs/service:Service",
  name: "service",
  props: { networkConfiguration: { subnets: [unknown] } },
  dependsOn: { networkConfiguration: ["subnet"] },
};
const endpoint = (name: string) => ({
  type: "aws:ec2/vpcEndpoint:VpcEndpoint",
  name,
  props: { vpcId: unknown, serviceName: `com.amazonaws.eu-west-1.${name}` },
  dependsOn: { vpcId: ["vpc"] },
});
const base = [vpc, subnet, service];
const all = ["s3", "ecr.api", "ecr.dkr", "logs"].map(endpoint);

describe("vpc-endpoints", () => {
  it("passes all endpoints that a task needs", async () => {
    assert.deepEqual(await judgeStack(vpcEndpoints, stackOf(...base, ...all)), []);
  });

  it("passes a NAT gateway", async () => {
    assert.deepEqual(
      await judgeStack(vpcEndpoints, stackOf(...base, { type: "aws:ec2/natGateway:NatGateway", name: "nat" })),
      [],
    );
  });

  it("passes a VPC without tasks", async () => {
    assert.deepEqual(await judgeStack(vpcEndpoints, stackOf(vpc, subnet)), []);
  });

  it("names the missing endpoints", async () => {
    const [finding] = await judgeStack(vpcEndpoints, stackOf(...base, endpoint("s3"), endpoint("ecr.api")));
    assert.equal(finding?.what, "Tasks have no NAT gateway and no endpoint for ecr.dkr, logs");
  });

  it("asks for Secrets Manager when a container takes a secret from there", async () => {
    const valueFrom = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db";
    const containerDefinitions = JSON.stringify([{ secrets: [{ name: "DB", valueFrom }] }]);
    const task = { type: "aws:ecs/taskDefinition:TaskDefinition", name: "task", props: { containerDefinitions } };
    const [finding] = await judgeStack(vpcEndpoints, stackOf(...base, ...all, task));
    assert.equal(finding?.what, "Tasks have no NAT gateway and no endpoint for secretsmanager");
  });
});
