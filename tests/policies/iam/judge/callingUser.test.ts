import { strict as assert } from "node:assert";
import { isCallingUser, namesCaller } from "../../../../policies/iam/judge/callingUser";

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html
describe("the calling user", () => {
  const user = "${aws:username}";
  const cases: [arn: string, isUser: boolean][] = [
    [`arn:aws:iam::*:user/${user}`, true],
    [`arn:aws:iam::123456789012:user/${user}`, true],
    [`arn:aws-cn:iam::*:user/team/shop/${user}`, true],
    ["arn:aws:iam::*:user/${AWS:UserName}", true],
    [`arn:aws:iam::*:mfa/${user}`, true],
    [`arn:aws:iam::*:sms-mfa/${user}`, true],
    [`arn:aws:iam:::user/${user}`, true],
    [`arn:aws:iam::*:user/*/${user}`, false],
    [`arn:aws:iam::*:user/t?am/${user}`, false],
    [`arn:aws:iam::*:user/${user}*`, false],
    [`arn:aws:iam::*:user/${user}/x`, false],
    [`arn:aws:iam::*:user/x-${user}`, false],
    [`arn:aws:iam::*:role/${user}`, false],
    [`arn:aws:s3:::${user}`, false],
    [`arn::iam::*:user/${user}`, false],
    [`x-arn:aws:iam::*:user/${user}`, false],
    ["arn:aws:iam::*:user/${aws:userid}", false],
    ["arn:aws:iam::*:user/*", false],
  ];
  for (const [arn, isUser] of cases) {
    it(`${isUser ? "is" : "is not"} ${arn}`, () => assert.equal(isCallingUser(arn), isUser));
  }

  it("is named by an id that no other caller has", () => {
    assert.ok(namesCaller(`arn:aws:iam::*:user/${user}`));
    assert.ok(namesCaller("arn:aws:s3:::shop/home/${AWS:userid}/*"));
    assert.ok(!namesCaller("arn:aws:s3:::shop/${aws:PrincipalTag/team}"));
  });
});
