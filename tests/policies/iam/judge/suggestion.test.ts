import { strict as assert } from "node:assert";
import { actionsOfService } from "../../../../policies/iam/judge/actionData";
import { narrowed, scopesOf, someOf } from "../../../../policies/iam/judge/suggestion";
import { unknown } from "../../../support/policy";
import { statementOf } from "../../documents/statements";

const actions = (service: string, ...names: string[]) =>
  names.flatMap((name) => actionsOfService(service)?.get(name.toLowerCase()) ?? []);

describe("the statement to paste", () => {
  const cases: [behaviour: string, statement: object, change: Parameters<typeof narrowed>[1], expected: object][] = [
    [
      "keeps what nobody changes",
      { Sid: "Read", Action: ["s3:GetObject", "s3:PutObject"], Resource: "a" },
      {},
      { Sid: "Read", Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: ["a"] },
    ],
    [
      "changes actions, resources and conditions",
      { Action: "s3:*", Resource: "*", Condition: { Bool: { "aws:SecureTransport": "true" } } },
      {
        actions: ["s3:GetObject"],
        resources: ["b"],
        condition: { StringEquals: { "aws:ResourceAccount": "<account>" } },
      },
      {
        Effect: "Allow",
        Action: ["s3:GetObject"],
        Resource: ["b"],
        Condition: { Bool: { "aws:SecureTransport": "true" }, StringEquals: { "aws:ResourceAccount": "<account>" } },
      },
    ],
    [
      "shows what is not known yet as such",
      { Action: [unknown, "s3:GetObject"], Resource: ["a", unknown], Condition: unknown },
      {},
      { Effect: "Allow", Action: ["<not known yet>", "s3:GetObject"], Resource: ["a", "<not known yet>"] },
    ],
    [
      "always allows",
      { Effect: unknown, Action: "s3:GetObject", Resource: "a", Condition: null },
      {},
      { Effect: "Allow", Action: ["s3:GetObject"], Resource: ["a"] },
    ],
  ];
  for (const [behaviour, statement, change, expected] of cases) {
    it(behaviour, () => assert.equal(narrowed(statementOf(statement), change), JSON.stringify(expected)));
  }

  const scopes: [behaviour: string, service: string, names: string[], expected: string[]][] = [
    ["names the type of an action", "sqs", ["SendMessage"], ["arn:aws:sqs:<Region>:<Account>:<QueueName>"]],
    ["names a type once", "sqs", ["SendMessage", "ReceiveMessage"], ["arn:aws:sqs:<Region>:<Account>:<QueueName>"]],
    ["names none for an action without types", "sqs", ["ListQueues"], []],
    [
      "names the simplest of several that an action can be for",
      "s3",
      ["GetObject"],
      ["arn:aws:s3:::<BucketName>/<ObjectName>"],
    ],
  ];
  for (const [behaviour, service, names, expected] of scopes) {
    it(behaviour, () => assert.deepEqual(scopesOf(actions(service, ...names)), expected));
  }

  it("names all that an action must be for, of all actions at most four", () => {
    const [run] = actions("ec2", "RunInstances");
    const required = new Set(run?.types.filter((type) => type.required).map((type) => type.key));
    const few = {
      ...run,
      types: (run?.types ?? []).filter((type) => ["instance", "subnet", "snapshot"].includes(type.key)),
    };
    assert.deepEqual([required.has("instance"), required.has("subnet"), required.has("snapshot")], [true, true, false]);
    assert.deepEqual(scopesOf([few as NonNullable<typeof run>]), [
      "arn:aws:ec2:<Region>:<Account>:instance/<InstanceId>",
      "arn:aws:ec2:<Region>:<Account>:subnet/<SubnetId>",
    ]);
    assert.equal(scopesOf(actions("ec2", "RunInstances")).length, 4);
  });

  it("lists at most three by name", () => {
    assert.deepEqual([["a"], ["a", "b", "c"], ["a", "b", "c", "d"], ["a", "b", "c", "d", "e"]].map(someOf), [
      "a",
      "a, b, c",
      "a, b, c and 1 more",
      "a, b, c and 2 more",
    ]);
  });
});
