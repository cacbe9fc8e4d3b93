import { strict as assert } from "node:assert";
import { ComponentResource, output } from "@pulumi/pulumi";
import { createRole, roleName, trust } from "../../../../infra/components/shared/iam";
import { startMocks } from "../../../support/mocks";
import type { Recorder } from "../../../support/mocks";
import { valueOf } from "../../../support/outputs";

const where = output({ partition: "aws", region: "eu-west-1", account: "123456789012" });
const statements = [
  { sid: "Read", actions: ["s3:GetObject"], resources: ["arn:aws:s3:::one/*"] },
  {
    sid: "Start",
    actions: ["iam:PassRole"],
    resources: ["arn:aws:iam::123456789012:role/task"],
    conditions: { StringEquals: { "iam:PassedToService": ["ecs-tasks.amazonaws.com"] } },
  },
];

describe("createRole", () => {
  let recorder: Recorder;
  const create = async (args: object = {}) => {
    recorder = await startMocks();
    const parent = new ComponentResource("test:index:Parent", "parent");
    const created = createRole(
      "parent-role",
      { description: "Tests", service: "codebuild", where, statements, ...args },
      { parent },
    );
    await recorder.settled();
    return created;
  };

  it("creates a role with one inline policy under its parent", async () => {
    const { arn } = await create();
    assert.deepEqual(recorder.names(), ["parent", "parent-role", "parent-role-policy"]);
    assert.match(recorder.named("parent-role").parent, /test:index:Parent::parent$/);
    assert.equal(await valueOf(arn), "arn:aws:iam::123456789012:role/container-delivery-dev-parent-role");
  });

  it("attaches no managed policy", async () => {
    await create();
    assert.equal(recorder.named("parent-role").inputs.managedPolicyArns, undefined);
    assert.equal(recorder.ofType("aws:iam/rolePolicyAttachment:RolePolicyAttachment").length, 0);
  });

  it("writes exactly the given statements", async () => {
    await create();
    assert.deepEqual(JSON.parse(recorder.named("parent-role-policy").inputs.policy), {
      Version: "2012-10-17",
      Statement: [
        { Sid: "Read", Effect: "Allow", Action: ["s3:GetObject"], Resource: ["arn:aws:s3:::one/*"] },
        {
          Sid: "Start",
          Effect: "Allow",
          Action: ["iam:PassRole"],
          Resource: ["arn:aws:iam::123456789012:role/task"],
          Condition: { StringEquals: { "iam:PassedToService": ["ecs-tasks.amazonaws.com"] } },
        },
      ],
    });
  });

  it("takes path and boundary over", async () => {
    await create({ path: "/delivery/", permissionsBoundary: "arn:aws:iam::123456789012:policy/limit" });
    const { inputs } = recorder.named("parent-role");
    assert.equal(inputs.path, "/delivery/");
    assert.equal(inputs.permissionsBoundary, "arn:aws:iam::123456789012:policy/limit");
  });

  it("has a name that is known before the role exists", async () => {
    await create();
    assert.equal(recorder.named("parent-role").inputs.name, roleName("parent-role"));
    assert.ok(roleName("x".repeat(200)).length <= 64);
  });
});

describe("trust", () => {
  const conditions: [string | undefined, object][] = [
    [undefined, { StringEquals: { "aws:SourceAccount": "123456789012" } }],
    [
      "arn:aws:codebuild:eu-west-1:123456789012:project/one",
      {
        StringEquals: { "aws:SourceAccount": "123456789012" },
        ArnLike: { "aws:SourceArn": "arn:aws:codebuild:eu-west-1:123456789012:project/one" },
      },
    ],
  ];
  for (const [sourceArn, expected] of conditions) {
    it(`binds the service to the account${sourceArn ? " and to one source" : ""}`, () => {
      const { Statement } = JSON.parse(trust("codebuild", "123456789012", sourceArn));
      assert.deepEqual(Statement[0].Principal, { Service: "codebuild.amazonaws.com" });
      assert.equal(Statement[0].Action, "sts:AssumeRole");
      assert.deepEqual(Statement[0].Condition, expected);
    });
  }
});
