import { strict as assert } from "node:assert";
import {
  accessLogStatement,
  loadBalancerLogStatement,
  transportStatements,
} from "../../../../infra/components/storage/bucketPolicy";

const where = { partition: "aws-cn", region: "cn-north-1", account: "123456789012" };

describe("bucket policies", () => {
  it("refuse old and missing TLS on the bucket and on its objects", () => {
    for (const statement of transportStatements(where, "one")) {
      assert.equal(statement.Effect, "Deny");
      assert.equal(statement.Principal, "*");
      assert.equal(statement.Action, "s3:*");
      assert.deepEqual(statement.Resource, ["arn:aws-cn:s3:::one", "arn:aws-cn:s3:::one/*"]);
    }
  });

  it("accept access logs of one bucket of this account", () => {
    const { Action, Resource, Condition } = accessLogStatement(where, "logs", "one");
    assert.equal(Action, "s3:PutObject");
    assert.equal(Resource, "arn:aws-cn:s3:::logs/s3/*");
    assert.deepEqual(Condition, {
      StringEquals: { "aws:SourceAccount": "123456789012" },
      ArnLike: { "aws:SourceArn": "arn:aws-cn:s3:::one" },
    });
  });

  it("accept load balancer logs of this account under its own prefix", () => {
    const { Resource, Condition } = loadBalancerLogStatement(where, "logs");
    assert.equal(Resource, "arn:aws-cn:s3:::logs/load-balancer/AWSLogs/123456789012/*");
    assert.deepEqual(Condition?.ArnLike, {
      "aws:SourceArn": "arn:aws-cn:elasticloadbalancing:cn-north-1:123456789012:loadbalancer/*",
    });
  });
});
