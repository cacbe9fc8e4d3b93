import { strict as assert } from "node:assert";
import { vpcEndpoints } from "../../../policies/network/vpcEndpoints";
import { brief, judgeStack, stackOf, unknown } from "../../support/policy";
import type { Described } from "../../support/policy";

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

  it("passes tasks with public addresses, and tasks on instances", async () => {
    const networkConfiguration = { subnets: [unknown], assignPublicIp: true };
    const open = { ...service, props: { networkConfiguration } };
    assert.deepEqual(await judgeStack(vpcEndpoints, stackOf(vpc, subnet, open)), []);
    const onInstances = { ...service, props: { ...service.props, launchType: "EC2" } };
    assert.deepEqual(await judgeStack(vpcEndpoints, stackOf(vpc, subnet, onInstances)), []);
  });

  it("cannot decide an endpoint of an unknown service", async () => {
    const hidden = { ...endpoint("logs"), props: { vpcId: unknown, serviceName: unknown } };
    assert.deepEqual(brief(await judgeStack(vpcEndpoints, stackOf(...base, hidden))), ["undecided serviceName"]);
  });

  it("passes a VPC without tasks", async () => {
    assert.deepEqual(await judgeStack(vpcEndpoints, stackOf(vpc, subnet)), []);
  });

  it("names the missing endpoints", async () => {
    const [finding] = await judgeStack(vpcEndpoints, stackOf(...base, endpoint("s3"), endpoint("ecr.api")));
    assert.equal(finding?.what, "Tasks have no NAT gateway and no endpoint for ecr.dkr, logs");
  });

  const task = (props: object, dependsOn: Described["dependsOn"] = {}) => ({
    type: "aws:ecs/taskDefinition:TaskDefinition",
    name: "task",
    props,
    dependsOn,
  });
  const running = {
    ...service,
    props: { ...service.props, taskDefinition: unknown },
    dependsOn: { ...service.dependsOn, taskDefinition: ["task"] },
  };
  const missing = async (...resources: Described[]) => {
    const [finding] = await judgeStack(vpcEndpoints, stackOf(vpc, subnet, ...all, ...resources));
    return finding?.what.replace(/^.* endpoint for /, "");
  };

  it("asks for what the containers take secrets from, however their text is spaced", async () => {
    const secrets = [
      { name: "DB", valueFrom: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db" },
      { name: "KEY", valueFrom: "/shop/key" },
    ];
    const containerDefinitions = JSON.stringify([{ secrets }], undefined, 1);
    assert.equal(await missing(task({ containerDefinitions }), running), "secretsmanager, ssm");
    const pulling = JSON.stringify([{ repositoryCredentials: { credentialsParameter: secrets[0]?.valueFrom } }]);
    assert.equal(await missing(task({ containerDefinitions: pulling }), running), "secretsmanager");
  });

  it("asks for Secrets Manager when unknown containers are made of a secret", async () => {
    const secret = { type: "aws:secretsmanager/secret:Secret", name: "secret" };
    const hidden = task({ containerDefinitions: unknown }, { containerDefinitions: ["secret"] });
    assert.equal(await missing(secret, hidden, running), "secretsmanager");
  });

  it("leaves containers that cannot be read to the controls about them", async () => {
    assert.equal(await missing(task({ containerDefinitions: "{" }), running), undefined);
  });

  it("asks for no log endpoint when the containers log elsewhere", async () => {
    const containerDefinitions = JSON.stringify([{ logConfiguration: { logDriver: "splunk" } }]);
    const endpoints = ["s3", "ecr.api", "ecr.dkr"].map(endpoint);
    const stack = stackOf(vpc, subnet, ...endpoints, task({ containerDefinitions }), running);
    assert.deepEqual(await judgeStack(vpcEndpoints, stack), []);
  });
});
