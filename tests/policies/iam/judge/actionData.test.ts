import { strict as assert } from "node:assert";
import {
  type AccessLevel,
  type Action,
  actionsOfService,
  knownServices,
} from "../../../../policies/iam/judge/actionData";

const action = (name: string): Action => {
  const [service = "", key = ""] = name.toLowerCase().split(":");
  const found = actionsOfService(service)?.get(key);
  assert.ok(found, name);
  return found;
};

// https://docs.aws.amazon.com/service-authorization/latest/reference/
describe("AWS's actions", () => {
  it("are those of services that exist", () => {
    assert.ok(knownServices().size > 400);
    for (const service of ["s3", "execute-api", "ecr-public"]) assert.ok(knownServices().has(service), service);
    for (const name of ["", "nothing", "S3", "constructor", "__proto__"])
      assert.equal(actionsOfService(name), undefined, name);
  });

  it("can be read for every service, with a type for whatever they name", () => {
    for (const service of knownServices()) {
      for (const [key, { name, types, conditionKeys }] of actionsOfService(service) ?? []) {
        assert.equal(name.toLowerCase(), `${service}:${key}`);
        for (const { format } of types) assert.match(format.arn, /^arn:/, name);
        assert.equal(new Set(conditionKeys).size, conditionKeys.length, name);
        for (const key of conditionKeys) assert.match(key, /^[^A-Z ]+:\S+$/, name);
      }
    }
  });

  const levels: [access: AccessLevel, names: string[]][] = [
    ["list", ["s3:ListBucket", "ecs:ListTasks"]],
    ["read", ["s3:GetObject", "kms:DescribeKey"]],
    ["write", ["s3:PutObject", "kms:Decrypt", "ecs:RunTask"]],
    ["tagging", ["s3:PutObjectTagging", "ec2:CreateTags"]],
    ["permissions", ["s3:PutBucketPolicy", "iam:PutRolePolicy", "kms:CreateGrant"]],
  ];
  for (const [access, names] of levels) {
    for (const name of names) it(`have the level ${access}: ${name}`, () => assert.equal(action(name).access, access));
  }

  const types: [name: string, arns: string[]][] = [
    ["sqs:SendMessage", ["arn:${Partition}:sqs:${Region}:${Account}:${QueueName}"]],
    ["ecr:GetAuthorizationToken", []],
    ["iam:PassRole", ["arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}"]],
    [
      "ssm:GetParameter",
      [
        "arn:${Partition}:ssm:${Region}:${Account}:parameter/${ParameterNameWithoutLeadingSlash}",
        // Parameters that AWS publishes.
        "arn:${Partition}:ssm:${Region}::parameter/aws/${ParameterNameWithoutLeadingSlash}",
      ],
    ],
  ];
  for (const [name, arns] of types) {
    it(`take ${arns.length === 0 ? "only *" : "the types of the reference"}: ${name}`, () => {
      assert.deepEqual(
        action(name).types.map(({ format }) => format.arn),
        arns,
      );
    });
  }

  it("tell which types a call must name", () => {
    const required = action("ecs:RunTask").types.map(({ key, required }) => [key, required]);
    assert.deepEqual(required[0], ["task-definition", true]);
    assert.ok(action("ec2:RunInstances").types.some(({ key, required }) => key === "snapshot" && !required));
    // What the data lacks is never what a call must name.
    assert.ok(
      action("ssm:GetParameter")
        .types.slice(1)
        .every((type) => !type.required && type.key === "parameter"),
    );
    const extra = action("ecs:RunTask").types.find(({ format }) => format.arn.endsWith("/${TaskDefinitionFamilyName}"));
    assert.deepEqual([extra?.key, extra?.required], ["runtask", false]);
  });

  it("take an ARN besides `*` where AWS documents one for an action without types", () => {
    const { types, alsoTakes } = action("iam:ListUsers");
    assert.deepEqual([types, alsoTakes.map(({ arn }) => arn)], [[], ["arn:${Partition}:iam::${Account}:user/${Path}"]]);
    assert.deepEqual(action("sqs:SendMessage").alsoTakes, []);
    // One that has types has it among them.
    assert.deepEqual(action("elasticloadbalancing:AddTags").alsoTakes, []);
    assert.ok(action("elasticloadbalancing:AddTags").types.some(({ format }) => format.arn.includes(":targetgroup/")));
  });

  const keys: [name: string, key: string, from: string][] = [
    ["s3:ListBucket", "s3:prefix", "the action"],
    ["ecs:ListTasks", "ecs:cluster", "the action"],
    ["ec2:RunInstances", "ec2:imageid", "the type as this action uses it"],
    ["ecr:PutImage", "aws:resourcetag/${tagkey}", "the type"],
    ["secretsmanager:GetSecretValue", "secretsmanager:resourcetag/${tagkey}", "the type, where the data writes a name"],
  ];
  for (const [name, key, from] of keys) {
    it(`know the keys of ${from}: ${name} ${key}`, () => assert.ok(action(name).conditionKeys.includes(key)));
  }
});
