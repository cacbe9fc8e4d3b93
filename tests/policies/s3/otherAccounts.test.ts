import { strict as assert } from "node:assert";
import { isForOtherAccounts } from "../../../policies/s3/otherAccounts";
import { Undecided } from "../../../policies/shared/node";
import { unknown } from "../../support/policy";
import { foreign, statementOf } from "../documents/statements";

const judged = (Action: unknown, Condition?: object, account = foreign) =>
  isForOtherAccounts(account, statementOf({ Action, Condition }));
const handedOver = { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" } };

describe("what other accounts do in a bucket", () => {
  it("is reading and replicating, as AWS documents it", () => {
    assert.equal(judged(["s3:GetObject*", "s3:List*", "s3:Get*"]), true);
    assert.equal(judged(["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ObjectOwnerOverrideToBucketOwner"]), true);
    assert.equal(judged("s3:PutBucketVersioning"), true);
  });

  it("is delivering what then is the owner's", () => {
    assert.equal(judged(["s3:PutObject", "s3:AbortMultipartUpload"], handedOver), true);
    assert.equal(judged("s3:PutObject", { StringEquals: { "s3:x-amz-grant-full-control": "id=AccountA" } }), true);
    assert.equal(judged("s3:PutObject"), false);
    assert.equal(judged("s3:PutObject", { StringEquals: { "s3:x-amz-acl": ["private", "public-read"] } }), false);
    assert.equal(judged("s3:PutObject", { StringNotEquals: handedOver.StringEquals }), false);
  });

  it("is writing logs from AWS's accounts of load balancers", () => {
    assert.equal(judged("s3:PutObject", undefined, "156460612806"), true);
    assert.equal(judged(["s3:PutObject", "s3:DeleteObject"], undefined, "156460612806"), false);
  });

  it("is nothing else", () => {
    for (const action of ["s3:DeleteObject", "s3:*", "s3:Put*", "s3:PutObject*", "s3:PutLifecycleConfiguration"]) {
      assert.equal(judged(action, handedOver), false, action);
    }
    assert.equal(isForOtherAccounts(foreign, statementOf({ Action: undefined, NotAction: "s3:DeleteObject" })), false);
    assert.throws(() => judged(["s3:GetObject", unknown]), Undecided);
  });
});
