import { strict as assert } from "node:assert";
import { actionsOfService } from "../../../../policies/iam/judge/actionData";
import { severityOf } from "../../../../policies/iam/judge/breadth";
import { Undecided } from "../../../../policies/shared/node";
import { unknown } from "../../../support/policy";
import { allow, arn } from "../documents";
import { answers, when } from "./grantAnswers";

const queue = arn("sqs", "orders");
const tag = "aws:ResourceTag/team";

describe("actions that are open for every resource", () => {
  const cases: [behaviour: string, statements: object[], open: string[]][] = [
    ["are those on every resource", [allow("sqs:SendMessage", "*")], ["SendMessage"]],
    ["are none on a named one", [allow("sqs:SendMessage", queue)], []],
    ["are none that take no resource", [allow("sqs:ListQueues", "*")], []],
    ["are none under a condition on the resource", [allow("kms:Encrypt", "*", when(tag, "a"))], []],
    [
      "are those under a condition on the request",
      [allow("kms:Encrypt", "*", when("aws:SourceIp", "10.0.0.0/8", "IpAddress"))],
      ["Encrypt"],
    ],
    ["are none where AWS documents the star", [allow("cloudwatch:GetMetricData", "*")], []],
    [
      "are all that a pattern of writing actions has",
      [allow("sqs:*Message", "*")],
      ["DeleteMessage", "ReceiveMessage", "SendMessage"],
    ],
    // 3 of the 28 take an ARN: on ARNs the statement would lose the other 25.
    ["are none of a reading pattern that mostly takes no resource", [allow("ec2:DescribeV*", "*")], []],
    ["are none of a reading pattern of which a fourth takes resources", [allow("iam:GetC*", "*")], []],
    [
      "are those of a reading pattern that mostly takes resources",
      [allow("ecr:Describe*", "*")],
      [
        "DescribeImageReplicationStatus",
        "DescribeImageScanFindings",
        "DescribeImageSigningStatus",
        "DescribeImages",
        "DescribeRepositories",
      ],
    ],
    ["are those of a single reading action", [allow("sqs:GetQueueAttributes", "*")], ["GetQueueAttributes"]],
  ];
  for (const [behaviour, statements, open] of cases) {
    it(behaviour, () => assert.deepEqual([...answers(...statements).open()].sort(), open));
  }

  it("cannot be told while the resource decides and is unknown", () => {
    assert.throws(answers(allow("sqs:SendMessage", unknown)).open, Undecided);
    assert.deepEqual(answers(allow("kms:Encrypt", unknown, when(tag, "a"))).open(), []);
    assert.deepEqual(answers(allow("sqs:ListQueues", unknown)).open(), []);
    // The resource is known and named, so the condition does not matter.
    assert.deepEqual(answers(allow("kms:Encrypt", arn("kms", "key/1"), when(tag, unknown))).open(), []);
    assert.throws(answers(allow("kms:Encrypt", "*", when(tag, unknown))).open, Undecided);
  });

  const interfaces = allow(["ec2:CreateNetworkInterface"], "*");
  const permission = (Condition?: object, action = "ec2:CreateNetworkInterfacePermission") =>
    allow(action, arn("ec2", "network-interface/*"), Condition);
  const builds: [behaviour: string, statement: object | undefined, isOpen: boolean][] = [
    ["CodeBuild's permission", permission(when("ec2:AuthorizedService", "codebuild.amazonaws.com")), false],
    [
      "CodeBuild's permission in other case",
      permission(
        when("EC2:authorizedservice", ["x", "CodeBuild.amazonaws.com"]),
        "EC2:createNetworkInterfacePermission",
      ),
      false,
    ],
    ["nothing", undefined, true],
    ["the permission without a service", permission(), true],
    ["another service's permission", permission(when("ec2:AuthorizedService", "lambda.amazonaws.com")), true],
    ["a look-alike of the service", permission(when("ec2:AuthorizedService", "x.codebuild.amazonaws.com")), true],
    ["another key with the service", permission(when("ec2:Vpc", "codebuild.amazonaws.com")), true],
    [
      "another action with the service",
      permission(when("ec2:AuthorizedService", "codebuild.amazonaws.com"), "ec2:DescribeVpcs"),
      true,
    ],
  ];
  for (const [behaviour, statement, isOpen] of builds) {
    it(`${isOpen ? "are" : "are not"} network interfaces beside ${behaviour}`, () => {
      assert.equal(answers(interfaces, ...(statement ? [statement] : [])).open().length, isOpen ? 1 : 0);
    });
  }

  it("weigh by the worst of them", () => {
    const of = (...names: string[]) =>
      severityOf(
        names.flatMap((name) =>
          [...(actionsOfService("s3")?.values() ?? [])].filter((one) => one.name === `s3:${name}`),
        ),
      );
    assert.equal(of("GetObject", "ListBucket"), "medium");
    assert.equal(of("GetObject", "PutObject"), "high");
    assert.equal(of("GetObject", "PutObjectTagging"), "high");
    assert.equal(of("GetObject", "PutBucketPolicy", "PutObject"), "critical");
  });
});
