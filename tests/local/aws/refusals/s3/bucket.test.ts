import { strict as assert } from "node:assert";
import { nameProblem } from "../../../../../local/aws/refusals/s3/bucket";
import { deletion, expectRefusal, policyOf, roleArn, stored, table } from "../support";

const type = "aws:s3/bucket:Bucket";
const bucket = (inputs: Record<string, unknown> = {}, outputs = {}): ReturnType<typeof stored> =>
  stored(
    type,
    "artifacts-1",
    { bucket: "artifacts-1", ...inputs },
    { bucket: "artifacts-1", arn: "arn:aws:s3:::artifacts-1", ...outputs },
  );
const statement = {
  Effect: "Deny",
  Action: "s3:*",
  Principal: "*",
  Resource: ["arn:aws:s3:::artifacts-1", "arn:aws:s3:::artifacts-1/*"],
};

describe("s3/bucket", () => {
  for (const name of ["abc", "my.bucket-1", "a".repeat(63)])
    it(`accepts the name ${name}`, () => assert.equal(nameProblem(name), undefined));
  const wrong: [string, RegExp][] = [
    ["ab", /3 to 63/],
    ["a".repeat(64), /3 to 63/],
    ["My-bucket", /lower-case/],
    ["my_bucket", /lower-case/],
    ["-bucket", /beginning and ending/],
    ["a..b", /two dots/],
    ["192.168.0.1", /IP address/],
    ["xn--bucket", /do not begin/],
    ["bucket-s3alias", /do not end/],
  ];
  for (const [name, text] of wrong) it(`refuses the name ${name}`, () => assert.match(nameProblem(name) ?? "", text));

  table({
    type,
    base: { bucket: "artifacts-2" },
    store: [bucket()],
    refuses: {
      "a name that is taken, in any region": [
        { bucket: "artifacts-1", region: "us-east-1" },
        "BucketAlreadyOwnedByYou",
      ],
      "an illegal name": [{ bucket: "Artifacts" }, "InvalidBucketName"],
      "a long prefix": [{ bucket: undefined, bucketPrefix: "a".repeat(38) }, "InvalidBucketName", "37"],
    },
  });

  it("refuses to delete a bucket with objects", () => {
    const object = stored("aws:s3/bucketObjectv2:BucketObjectv2", "key", { bucket: "artifacts-1" });
    expectRefusal(deletion(bucket(), [object]), "BucketNotEmpty", "holds 1 objects");
    expectRefusal(deletion(bucket({}, { __contents: ["a", "b"] })), "BucketNotEmpty", "forceDestroy");
  });
  it("deletes an empty bucket, and a full one with forceDestroy", () => {
    assert.deepEqual(deletion(bucket()), []);
    assert.deepEqual(deletion(bucket({ forceDestroy: true }, { __contents: ["a"] })), []);
  });

  table({
    type: "aws:s3/bucketPolicy:BucketPolicy",
    base: { bucket: "artifacts-1", policy: policyOf(statement) },
    store: [bucket()],
    refuses: {
      "a bucket that is not there": [{ bucket: "nope-1" }, "NoSuchBucket"],
      "another bucket's ARN": [
        { policy: policyOf({ ...statement, Resource: "arn:aws:s3:::other/*" }) },
        "MalformedPolicy",
        "invalid resource",
      ],
      "a role that is not there": [
        { policy: policyOf({ ...statement, Principal: { AWS: roleArn("ghost") } }) },
        "MalformedPolicy",
        "does not exist",
      ],
      "no resource": [{ policy: policyOf({ ...statement, Resource: undefined }) }, "MalformedPolicy", "no Resource"],
      "more than 20,480 bytes": [
        { policy: policyOf({ ...statement, Sid: "s".repeat(20480) }) },
        "MalformedPolicy",
        "20480",
      ],
    },
  });
});
