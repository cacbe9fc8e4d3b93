import { strict as assert } from "node:assert";
import { accountOf, foreignAccounts, isAccount, mayBeOwn } from "../../../policies/documents/accounts";
import { Undecided } from "../../../policies/shared/node";
import { unknown } from "../../support/policy";
import { foreign, letting, own, settings } from "./statements";

describe("accounts", () => {
  it("have twelve digits", () => {
    assert.ok(isAccount("000000000001"));
    for (const text of ["1234567890123", "12345678901", "x123456789012", "123456789012x", "aaaaaaaaaaaa", undefined]) {
      assert.ok(!isAccount(text), text);
    }
  });

  const inTexts: [text: string, account: string | undefined][] = [
    [own, own],
    [`arn:aws:iam::${own}:root`, own],
    [`arn:aws-cn:sns:cn-north-1:${own}:topic`, own],
    ["arn:aws:sns:eu-west-1:*:topic", "*"],
    ["arn:aws:s3:::shop", undefined],
    ["arn:aws:s3:::shop/a:b", undefined],
    // A bucket's ARN has no account, so a wildcard in its place stands for nothing.
    ["arn:aws:s3:*:*:shop", undefined],
    ["arn:aws-cn:s3:cn-north-1:*:shop", undefined],
    ["arn:aws:s3::*:shop", undefined],
    ["arn:aws:s3:*:*:*", "*"],
    ["arn:aws:s3:*:*:shop*", "*"],
    ["arn:aws:s3:*:*:accesspoint/shop", "*"],
    ["arn:aws:s3:*:*:accesspoint:shop", "*"],
    [`arn:aws:s3:eu-west-1:${own}:accesspoint/shop`, own],
    ["arn:aws:s3express:eu-west-1:*:shop", "*"],
    ["arn:aws:sns:*:*:shop", "*"],
    ["arn:aws", undefined],
    [`an:arn:aws:iam:${own}:root`, undefined],
    [`user:aws:iam::${own}:root`, undefined],
    ["*", undefined],
    ["", undefined],
  ];
  for (const [text, account] of inTexts) {
    it(`are ${account ?? "not"} in ${text || "nothing"}`, () => {
      assert.equal(accountOf(text), account);
    });
  }

  it("are foreign when they are neither own nor trusted, and AWS principals", () => {
    const trusting = { ...settings, trustedAccounts: ["333333333333"] };
    const found = (AWS: unknown) =>
      foreignAccounts(letting({ AWS, Federated: `arn:aws:iam::${foreign}:saml-provider/x` }), trusting);
    const principals = [own, `arn:aws:iam::${foreign}:role/a`, "arn:aws:iam::333333333333:root", foreign, unknown];
    assert.deepEqual(
      found(principals).map(({ account, node }) => [account, node.raw]),
      [
        [foreign, principals[1]],
        [foreign, foreign],
      ],
    );
    assert.deepEqual(found(["*", "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1"]), []);
    assert.deepEqual(found(unknown), []);
  });

  it("cannot be told apart while nobody said which one is own", () => {
    const silent = { ...settings, ownAccounts: [], trustedAccounts: ["333333333333"] };
    assert.throws(() => foreignAccounts(letting({ AWS: own }), silent), {
      path: "policy.Statement[0].Principal.AWS",
      message: `nobody said whether account ${own} is the own one`,
    });
    assert.throws(() => foreignAccounts(letting({ AWS: own }), silent), Undecided);
    assert.deepEqual(foreignAccounts(letting({ AWS: "333333333333" }), silent), []);
    assert.deepEqual(
      [mayBeOwn(foreign, silent), mayBeOwn(foreign, settings), mayBeOwn(own, settings)],
      [true, false, true],
    );
  });
});
