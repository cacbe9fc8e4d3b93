import { strict as assert } from "node:assert";
import { interfaceEndpoint, storageEndpoint } from "../../../../infra/components/network/endpointPolicies";

const where = { partition: "aws", region: "eu-west-1", account: "123456789012" };

describe("endpoint policies", () => {
  it("let this account's principals reach this account's buckets", () => {
    assert.deepEqual(storageEndpoint(where)[0]?.Condition, {
      StringEquals: { "aws:PrincipalAccount": "123456789012", "aws:ResourceAccount": "123456789012" },
    });
  });

  it("let anybody fetch image layers of the region and nothing else", () => {
    const [, layers] = storageEndpoint(where);
    assert.equal(layers?.Action, "s3:GetObject");
    assert.equal(layers?.Resource, "arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*");
  });

  it("let only this account's principals through an interface endpoint", () => {
    for (const statement of interfaceEndpoint(where)) {
      assert.deepEqual(statement.Condition, { StringEquals: { "aws:PrincipalAccount": "123456789012" } });
    }
  });
});
