import { strict as assert } from "node:assert";
import { iamNoStarResource } from "../../../policies/iam/noStarResource";
import { judge, unknown } from "../../support/policy";
import { allow, arn, deny, identityBasics, roleArn, rolePolicy, table } from "./documents";

const tagged = { StringEquals: { "aws:ResourceTag/team": "shop" } };

describe("iam-no-star-resource", () => {
  identityBasics(iamNoStarResource);
  table(iamNoStarResource, [
    ["passes named resources", rolePolicy(allow("s3:GetObject", "arn:aws:s3:::shop/*")), []],
    ["passes a prefix", rolePolicy(allow("ssm:GetParameter", arn("ssm", "parameter/shop/*"))), []],
    ["passes actions that take no resource", rolePolicy(allow("ecr:GetAuthorizationToken", "*")), []],
    ["passes a star that a condition narrows", rolePolicy(allow("kms:Encrypt", "*", tagged)), []],
    [
      "passes what a named second resource holds",
      rolePolicy(
        allow("ec2:CreateNetworkInterface", [arn("ec2", "subnet/subnet-1"), arn("ec2", "network-interface/*")]),
      ),
      [],
    ],
    ["refuses a star", rolePolicy(allow("s3:GetObject", "*")), ["s3:GetObject|*"]],
    ["refuses the star of one type", rolePolicy(allow("iam:GetRole", roleArn("*"))), [`iam:GetRole|${roleArn("*")}`]],
    [
      "refuses question marks for a whole name",
      rolePolicy(allow("s3:ListBucket", "arn:aws:s3:::????")),
      ["s3:ListBucket|arn:aws:s3:::????"],
    ],
    [
      "refuses a condition that says where",
      rolePolicy(allow("kms:Encrypt", "*", { StringEquals: { "aws:RequestedRegion": "eu-west-1" } })),
      ["kms:Encrypt|*"],
    ],
    [
      "refuses a star beside an unknown resource",
      rolePolicy(allow("sqs:SendMessage", ["*", unknown])),
      ["sqs:SendMessage|*", "undecided policy.Statement[0].Resource[1]"],
    ],
    [
      "cannot decide an unknown resource",
      rolePolicy(allow("sqs:SendMessage", unknown)),
      ["undecided policy.Statement[0].Resource"],
    ],
    [
      "does not need an unknown resource that a condition narrows",
      rolePolicy(allow("kms:Encrypt", unknown, tagged)),
      [],
    ],
    [
      "cannot decide an unknown condition",
      rolePolicy(allow("kms:Encrypt", "*", { StringEquals: { "aws:ResourceTag/team": unknown } })),
      ['undecided policy.Statement[0].Condition.StringEquals["aws:ResourceTag/team"]'],
    ],
    ["ignores Deny statements", rolePolicy(deny("s3:GetObject", "*")), []],
  ]);

  for (const [action, severity] of [
    ["s3:GetObject", "medium"],
    ["s3:PutObject", "high"],
    ["s3:PutBucketPolicy", "critical"],
  ] as const) {
    it(`takes ${action} on everything as ${severity}`, async () => {
      const [finding] = await judge(iamNoStarResource, rolePolicy(allow(action, "*")));
      assert.equal(finding?.severity, severity);
    });
  }

  it("gives the narrowed statement", async () => {
    const [finding] = await judge(iamNoStarResource, rolePolicy(allow("s3:GetObject", "*")));
    assert.match(finding?.fix ?? "", /"Resource":\["arn:aws:s3:::<BucketName>\/<ObjectName>"\]/);
  });

  it("judges what the component declares while the document is unknown", async () => {
    const resource = { type: "aws:iam/rolePolicy:RolePolicy", props: { policy: unknown } };
    const intent = [{ sid: "Read", actions: ["s3:GetObject"], resources: ["*"] }];
    const findings = await judge(iamNoStarResource, resource, { intent });
    assert.deepEqual(
      findings.map(({ detail, path }) => [detail, path]),
      [["s3:GetObject|*", "policy.Statement[0].Resource[0]"]],
    );
  });
});
