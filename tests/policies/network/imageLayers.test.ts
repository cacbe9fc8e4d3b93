import { strict as assert } from "node:assert";
import { vpcEndpointPolicy } from "../../../policies/network/vpcEndpointPolicy";
import { brief, judge, judgeStack, stackOf, unknown } from "../../support/policy";

const type = "aws:ec2/vpcEndpoint:VpcEndpoint";
const text = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const everything = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };
const own = { ...everything, Condition: { StringEquals: { "aws:PrincipalAccount": "123456789012" } } };
const layersIn = (region: string, partition = "aws") => ({
  ...everything,
  Action: "s3:GetObject",
  Resource: `arn:${partition}:s3:::prod-${region}-starport-layer-bucket/*`,
});
const gateway = (policy: string, serviceName = "com.amazonaws.eu-west-1.s3") => ({
  type,
  name: "endpoint",
  props: { policy, serviceName },
});
const judged = async (policy: string, serviceName?: string) =>
  brief(await judge(vpcEndpointPolicy, gateway(policy, serviceName)));

describe("image layers behind a gateway to S3", () => {
  it("come through by the name of their bucket", async () => {
    assert.deepEqual(await judged(text(own, layersIn("eu-west-1"))), []);
    assert.deepEqual(await judged(text(own, layersIn("cn-north-1", "aws-cn")), "cn.com.amazonaws.cn-north-1.s3"), []);
    const gov = layersIn("us-gov-west-1", "aws-us-gov");
    assert.deepEqual(await judged(text(own, gov), "com.amazonaws.us-gov-west-1.s3"), []);
  });

  it("do not come through for own principals, since ECR signs the requests", async () => {
    assert.deepEqual(await judged(text(own)), ["violation policy"]);
    assert.deepEqual(await judged(text(own), "com.amazonaws.eu-west-1.logs"), []);
  });

  it("do not come through for AWS services: ECR comes by an account", async () => {
    const services = { ...everything, Condition: { Bool: { "aws:PrincipalIsAWSService": "true" } } };
    assert.deepEqual(await judged(text(own, services)), ["violation policy"]);
  });

  it("do not come through another region's bucket", async () => {
    assert.deepEqual(await judged(text(own, layersIn("eu-west-2"))), ["violation policy"]);
  });

  it("do not come through against a denial for all but own ones", async () => {
    const denial = {
      ...everything,
      Effect: "Deny",
      Condition: { StringNotEquals: { "aws:ResourceOrgID": "o-1" } },
    };
    assert.deepEqual(await judged(text(own, layersIn("eu-west-1"), denial)), ["violation policy"]);
    const writing = { ...denial, Action: "s3:PutObject" };
    assert.deepEqual(await judged(text(own, layersIn("eu-west-1"), writing)), []);
  });

  it("may come through what is not known yet", async () => {
    assert.deepEqual(await judged(text(own, { ...layersIn("eu-west-1"), Resource: unknown })), []);
  });

  it("are looked for in a policy resource of the endpoint, too", async () => {
    const endpoint = { type, name: "endpoint", props: { serviceName: "com.amazonaws.eu-west-1.s3" } };
    const policy = (document: string) => ({
      type: "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy",
      name: "policy",
      props: { policy: document, vpcEndpointId: unknown },
      dependsOn: { vpcEndpointId: ["endpoint"] },
    });
    const inStack = async (document: string) =>
      brief(await judgeStack(vpcEndpointPolicy, stackOf(endpoint, policy(document))));
    assert.deepEqual(await inStack(text(own)), ["violation policy"]);
    assert.deepEqual(await inStack(text(own, layersIn("eu-west-1"))), []);
    assert.deepEqual(await inStack(unknown), []);
  });
});
