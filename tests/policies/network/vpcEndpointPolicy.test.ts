import { strict as assert } from "node:assert";
import { vpcEndpointPolicy } from "../../../policies/network/vpcEndpointPolicy";
import { brief, judge, judgeStack, stackOf, unknown } from "../../support/policy";

const type = "aws:ec2/vpcEndpoint:VpcEndpoint";
const own = { StringEquals: { "aws:PrincipalAccount": "123456789012" } };
const everything = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };
const layers = {
  Effect: "Allow",
  Principal: "*",
  Action: "s3:GetObject",
  Resource: "arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*",
};
const text = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const service = (name: string) => `com.amazonaws.eu-west-1.${name}`;

describe("vpc-endpoint-policy", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes the own account", { serviceName: service("logs"), policy: text({ ...everything, Condition: own }) }, []],
    [
      "passes the layers of ECR by name",
      { serviceName: service("s3"), policy: text({ ...everything, Condition: own }, layers) },
      [],
    ],
    [
      "refuses an s3 endpoint that keeps image layers out",
      { serviceName: service("s3"), policy: text({ ...layers, Resource: "arn:aws:s3:::shop-artifacts/*" }) },
      ["violation policy"],
    ],
    [
      "refuses an s3 endpoint for the own account's buckets alone",
      {
        serviceName: service("s3"),
        policy: text({ ...everything, Condition: { StringEquals: { "aws:ResourceAccount": "123456789012" } } }),
      },
      ["violation policy"],
    ],
    [
      "refuses everything",
      { serviceName: service("logs"), policy: text(everything) },
      ["violation policy.Statement[0].Principal"],
    ],
    [
      "refuses a condition that says nothing about accounts",
      {
        serviceName: service("logs"),
        policy: text({ ...everything, Condition: { Bool: { "aws:SecureTransport": "true" } } }),
      },
      ["violation policy.Statement[0].Principal"],
    ],
    [
      "passes AWS services, and everything next to a denial for all but the organization",
      {
        serviceName: service("logs"),
        policy: text({ ...everything, Condition: { Bool: { "aws:PrincipalIsAWSService": "true" } } }, everything, {
          ...everything,
          Effect: "Deny",
          Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-1" } },
        }),
      },
      [],
    ],
    [
      "refuses resources of foreign accounts alone",
      {
        serviceName: service("logs"),
        policy: text({ ...everything, Condition: { StringEquals: { "aws:ResourceAccount": "999999999999" } } }),
      },
      ["violation policy.Statement[0].Principal"],
    ],
    [
      "refuses principals of a foreign account",
      {
        serviceName: service("logs"),
        policy: text({ ...everything, Principal: { AWS: "arn:aws:iam::999999999999:role/x" } }),
      },
      ["violation policy.Statement[0].Principal.AWS"],
    ],
    ["refuses what does not parse", { serviceName: service("logs"), policy: "{" }, ["violation policy"]],
    ["cannot decide an unknown policy", { serviceName: service("logs"), policy: unknown }, ["undecided policy"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => assert.deepEqual(brief(await judge(vpcEndpointPolicy, { type, props })), expected));
  }

  it("refuses an endpoint without a policy, unless a policy resource names it", async () => {
    const endpoint = { type, name: "endpoint", props: { serviceName: service("logs") } };
    assert.deepEqual(brief(await judgeStack(vpcEndpointPolicy, stackOf(endpoint))), ["violation policy"]);
    const filled =
      '{"Statement":[{"Action":"*","Effect":"Allow","Principal":"*","Resource":"*"}],"Version":"2008-10-17"}';
    const existing = { ...endpoint, props: { ...endpoint.props, policy: filled } };
    assert.deepEqual(brief(await judgeStack(vpcEndpointPolicy, stackOf(existing))), ["violation policy"]);
    const given = { ...endpoint, props: { ...endpoint.props, policy: unknown } };
    assert.deepEqual(brief(await judgeStack(vpcEndpointPolicy, stackOf(given))), []);
    const policy = {
      type: "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy",
      name: "policy",
      props: { vpcEndpointId: unknown },
      dependsOn: { vpcEndpointId: ["endpoint"] },
    };
    assert.deepEqual(await judgeStack(vpcEndpointPolicy, stackOf(endpoint, policy)), []);
  });
});
