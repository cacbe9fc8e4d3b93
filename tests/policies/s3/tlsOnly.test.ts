import { strict as assert } from "node:assert";
import { s3TlsOnly } from "../../../policies/s3/tlsOnly";
import { brief, judge, judgeStack, stackOf, unknown } from "../../support/policy";

const type = "aws:s3/bucketPolicy:BucketPolicy";

describe("s3-tls-only", () => {
  const bucket = "arn:aws:s3:::shop-artifacts";
  const denial = (Resource: string[] | string, more: object = {}) => ({
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource,
    Condition: { Bool: { "aws:SecureTransport": "false" } },
    ...more,
  });
  const text = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
  const both = [bucket, `${bucket}/*`];
  const numeric = { Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } } };
  const extra = {
    Condition: { Bool: { "aws:SecureTransport": "false" }, IpAddress: { "aws:SourceIp": "10.0.0.0/8" } },
  };
  const cases: [behaviour: string, policy: string, expected: string[]][] = [
    ["passes a denial of the bucket and its objects", text(denial(both)), []],
    ["passes two denials with one of them each", text(denial(bucket), denial(`${bucket}/*`)), []],
    ["passes a principal written as a list", text(denial(both, { Principal: { AWS: ["*"] } })), []],
    ["passes a further denial of old TLS", text(denial(both), denial(both, numeric)), []],
    [
      "passes operators that change nothing, since the key always exists",
      text(denial(both, { Condition: { "ForAllValues:BoolIfExists": { "aws:SecureTransport": ["false"] } } })),
      [],
    ],
    ["refuses old TLS alone, which says nothing about HTTP", text(denial(both, numeric)), ["violation policy"]],
    ["refuses the objects alone", text(denial(`${bucket}/*`)), ["violation policy"]],
    ["refuses the bucket alone", text(denial(bucket)), ["violation policy"]],
    ["refuses a denial of reading alone", text(denial(both, { Action: "s3:GetObject" })), ["violation policy"]],
    [
      "refuses a denial to one principal",
      text(denial(both, { Principal: { AWS: "123456789012" } })),
      ["violation policy"],
    ],
    ["refuses a denial with a further condition", text(denial(both, extra)), ["violation policy"]],
    ["refuses a denial of another bucket", text(denial(["arn:aws:s3:::x", "arn:aws:s3:::x/*"])), ["violation policy"]],
    ["cannot decide an unknown policy", unknown, ["undecided policy"]],
  ];
  for (const [behaviour, policy, expected] of cases) {
    it(behaviour, async () => {
      const props = { bucket: "shop-artifacts", policy };
      assert.deepEqual(brief(await judge(s3TlsOnly, { type, props })), expected);
    });
  }

  it("passes a bucket whose name is made later", async () => {
    assert.deepEqual(
      brief(await judge(s3TlsOnly, { type, props: { bucket: unknown, policy: text(denial(both)) } })),
      [],
    );
    const half = await judge(s3TlsOnly, { type, props: { bucket: unknown, policy: text(denial(bucket)) } });
    assert.deepEqual(brief(half), ["violation policy"]);
    const byPrefix = { bucket: unknown, policy: text(denial(`${bucket}*`)) };
    assert.deepEqual(await judge(s3TlsOnly, { type, props: byPrefix }), []);
  });

  for (const spelling of ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"]) {
    it(`refuses a ${spelling} without a policy`, async () => {
      const stack = stackOf({ type: spelling, name: "store", props: { bucket: "shop-artifacts" } });
      assert.deepEqual(brief(await judgeStack(s3TlsOnly, stack)), ["violation policy"]);
    });
  }
});
