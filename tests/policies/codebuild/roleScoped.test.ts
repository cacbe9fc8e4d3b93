import { strict as assert } from "node:assert";
import { cbRoleScoped } from "../../../policies/codebuild/roleScoped";
import { brief, judgeStack, stackOf, unknown } from "../../support/policy";

const arn = "arn:aws:codebuild:eu-west-1:123456789012:project/shop";
const project = (props: object = {}, linked = true) => ({
  type: "aws:codebuild/project:Project",
  name: "project",
  props: { name: "shop", serviceRole: unknown, ...props },
  dependsOn: { serviceRole: linked ? ["role"] : [] },
});
const trusting = (assumeRolePolicy: unknown) => ({
  type: "aws:iam/role:Role",
  name: "role",
  props: { assumeRolePolicy },
});
const role = (statement: object) =>
  trusting(
    JSON.stringify({
      Statement: [
        { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "codebuild.amazonaws.com" }, ...statement },
      ],
    }),
  );
const source = (value: unknown, operator = "ArnLike") => ({ Condition: { [operator]: { "aws:SourceArn": value } } });
const trust = "violation assumeRolePolicy.Statement[0]";

describe("cb-role-scoped", () => {
  const cases: [behaviour: string, resources: Parameters<typeof stackOf>, expected: string[]][] = [
    ["passes a role for this project", [project(), role(source(arn))], []],
    ["passes a condition on a value of this stack", [project(), role(source([unknown]))], []],
    [
      "passes any project while the name is unknown",
      [project({ name: unknown }), role(source(arn, "StringEquals"))],
      [],
    ],
    ["never refuses a Deny", [project(), role({ Effect: "Deny", Principal: "*" })], []],
    [
      "passes CodeBuild in China",
      [
        project(),
        role({ ...source(arn.replace("aws", "aws-cn")), Principal: { Service: "codebuild.amazonaws.com.cn" } }),
      ],
      [],
    ],
    ["ignores a trust policy that does not parse, which iam-document reports", [project(), trusting("{")], []],
    ["refuses no condition", [project(), role({})], [trust]],
    [
      "refuses a condition on the account alone",
      [project(), role({ Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } } })],
      [trust],
    ],
    ["refuses another project", [project(), role(source(`${arn}-other`))], [trust]],
    ["refuses all projects", [project(), role(source(arn.replace("shop", "*")))], [trust]],
    ["refuses a condition that may be missing", [project(), role(source(arn, "ArnLikeIfExists"))], [trust]],
    [
      "refuses others beside CodeBuild",
      [project(), role({ ...source(arn), Principal: { Service: ["codebuild.amazonaws.com", "ec2.amazonaws.com"] } })],
      [trust],
    ],
    [
      "refuses a role of another stack",
      [project({ serviceRole: "arn:aws:iam::123456789012:role/build" }, false), role(source(arn))],
      ["violation serviceRole"],
    ],
    ["cannot decide a role that nobody knows", [project({}, false), role(source(arn))], ["undecided serviceRole"]],
    ["cannot decide an unknown trust policy", [project(), trusting(unknown)], ["undecided assumeRolePolicy"]],
  ];
  for (const [behaviour, resources, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judgeStack(cbRoleScoped, stackOf(...resources))), expected);
    });
  }

  it("blames the role", async () => {
    const [finding] = await judgeStack(cbRoleScoped, stackOf(project(), role({})));
    assert.equal(finding?.urn.split("::").pop(), "role");
  });
});
