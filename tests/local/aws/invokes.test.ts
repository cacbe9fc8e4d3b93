import { strict as assert } from "node:assert";
import { zoneId } from "../../../local/aws/invokes/account";
import { Engine, temporarySandbox } from "./standIn";

describe("data sources", () => {
  const sandbox = temporarySandbox();
  let engine: Engine;
  before(async () => {
    engine = await Engine.start(sandbox.environment, undefined, {
      region: "eu-west-1",
      assumeRoles: JSON.stringify([{ roleArn: "arn:aws:iam::210987654321:role/deploy" }]),
    });
  });
  after(() => {
    engine.close();
    sandbox.remove();
  });

  it("know the account of the assumed role, the region and its zones", async () => {
    assert.equal((await engine.invoke("index/getCallerIdentity"))["accountId"], "210987654321");
    assert.equal((await engine.invoke("index/getRegion"))["region"], "eu-west-1");
    assert.equal((await engine.invoke("index/getPartition"))["partition"], "aws");
    const zones = await engine.invoke("index/getAvailabilityZones", {
      region: "us-east-1",
      excludeNames: ["us-east-1e"],
    });
    assert.deepEqual(zones["names"], ["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d", "us-east-1f"]);
  });

  it("name zones as AWS does", () => {
    const names = ["eu-west-1a", "us-east-1b", "ap-southeast-2c", "us-gov-west-1a", "ca-central-1a"];
    assert.deepEqual(names.map(zoneId), ["euw1-az1", "use1-az2", "apse2-az3", "usgw1-az1", "cac1-az1"]);
  });

  it("write policy documents as IAM does", async () => {
    const { json } = await engine.invoke("iam/getPolicyDocument", {
      statements: [
        {
          sid: "One",
          actions: ["s3:PutObject", "s3:GetObject"],
          resources: ["*"],
          principals: [{ type: "Service", identifiers: ["ecs.amazonaws.com"] }],
          conditions: [{ test: "StringEquals", variable: "aws:SourceAccount", values: ["1"] }],
        },
      ],
    });
    assert.deepEqual(JSON.parse(String(json)), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "One",
          Effect: "Allow",
          Action: ["s3:GetObject", "s3:PutObject"],
          Resource: "*",
          Principal: { Service: "ecs.amazonaws.com" },
          Condition: { StringEquals: { "aws:SourceAccount": "1" } },
        },
      ],
    });
  });

  it("find VPCs, subnets, parameters, keys and repositories in the store", async () => {
    const vpc = await engine.make("aws:ec2/vpc:Vpc", "net", { cidrBlock: "10.0.0.0/16", tags: { Name: "net" } });
    const subnet = await engine.make("aws:ec2/subnet:Subnet", "a", { vpcId: vpc.id, cidrBlock: "10.0.1.0/24" });
    assert.equal((await engine.invoke("ec2/getVpc", { tags: { Name: "net" } }))["id"], vpc.id);
    const filters = [{ name: "vpc-id", values: [vpc.id] }];
    assert.deepEqual((await engine.invoke("ec2/getSubnets", { filters }))["ids"], [subnet.id]);
    await engine.make("aws:ssm/parameter:Parameter", "p", { name: "/a", type: "String", value: "v" });
    assert.equal((await engine.invoke("ssm/getParameter", { name: "/a" }))["value"], "v");
    const key = await engine.make("aws:kms/key:Key", "k", {});
    await engine.make("aws:kms/alias:Alias", "k", { name: "alias/k", targetKeyId: key.id });
    assert.equal((await engine.invoke("kms/getKey", { keyId: "alias/k" }))["keyId"], key.id);
    assert.match(
      String((await engine.invoke("kms/getAlias", { name: "alias/aws/s3" }))["targetKeyArn"]),
      /:key\/aws-managed-s3$/,
    );
  });

  it("say what is missing, and which data sources there are", async () => {
    await assert.rejects(engine.invoke("ssm/getParameter", { name: "/none" }), /ParameterNotFound.*'\/none'/);
    await assert.rejects(engine.invoke("ec2/getVpc", { id: "vpc-0" }), /no matching VPC/);
    await assert.rejects(
      engine.invoke("ec2/getAmi"),
      /no data source 'aws:ec2\/getAmi:getAmi'\. It knows ec2\/getSecurityGroup/,
    );
  });
});
