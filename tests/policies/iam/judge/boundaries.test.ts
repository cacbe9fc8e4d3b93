import { strict as assert } from "node:assert";
import { unknown } from "../../../support/policy";
import { allow, arn, deny, policyDocument } from "../documents";
import { holder, inline } from "./holders";
import { managed, rights } from "./roleRights";

const queue = arn("sqs", "orders");

describe("the rights of a role with a permissions boundary", () => {
  const bounded = (boundary: unknown, ...statements: object[]) =>
    rights(
      { ...holder("role"), dependsOn: { permissionsBoundary: ["boundary"] } },
      inline("role", policyDocument(...statements)),
      managed("boundary", boundary),
    ).may.map((text) => text.replace("role-inline ", ""));
  const send = allow("sqs:*Message", queue);
  const boundaries: [behaviour: string, boundary: unknown, statements: object[], expected: string[]][] = [
    [
      "are kept by a boundary that allows everything",
      policyDocument(allow("*", "*")),
      [send],
      ["some sqs:*Message: sqs:DeleteMessage,sqs:ReceiveMessage,sqs:SendMessage"],
    ],
    [
      "are kept by a boundary that allows services",
      policyDocument(allow(["sns:Publish", "s*:*"], "*")),
      [send],
      ["some sqs:*Message: sqs:DeleteMessage,sqs:ReceiveMessage,sqs:SendMessage"],
    ],
    [
      "are kept by a boundary of all but some",
      policyDocument(allow("sns:Publish", "*"), { Effect: "Allow", NotAction: "iam:*", Resource: "*" }),
      [send],
      ["some sqs:*Message: sqs:DeleteMessage,sqs:ReceiveMessage,sqs:SendMessage"],
    ],
    [
      "are kept by a boundary that is not known yet",
      unknown,
      [send],
      ["some sqs:*Message: sqs:DeleteMessage,sqs:ReceiveMessage,sqs:SendMessage"],
    ],
    [
      "are cut down to what the boundary allows",
      policyDocument(allow(["sqs:Send*", "sns:Publish"], "*")),
      [send],
      ["some sqs:*Message: sqs:SendMessage"],
    ],
    [
      "are no whole service any more",
      policyDocument(allow("sqs:SendMessage", "*")),
      [allow("sqs:*", queue)],
      ["some sqs:*: sqs:SendMessage"],
    ],
    [
      "are a whole service that the boundary allows",
      policyDocument(allow("ecr-public:*", "*")),
      [allow("ecr-public:GetAuthorizationToken", "*")],
      ["one ecr-public:GetAuthorizationToken: ecr-public:GetAuthorizationToken"],
    ],
    [
      "are not everything any more",
      policyDocument(allow("sqs:SendMessage", "*")),
      [allow("*", "*"), allow("s*:*", "*")],
      ["some *: sqs:SendMessage", "some s*:*: sqs:SendMessage"],
    ],
    [
      "are nothing of what the boundary leaves out",
      policyDocument(allow("sns:Publish", "*")),
      [allow("sqs:SendMessage", queue)],
      ["some sqs:SendMessage: "],
    ],
    [
      "are cut by a Deny in the boundary",
      policyDocument(allow("sqs:*Message", "*"), deny("sqs:Send*", "*")),
      [allow("sqs:SendMessage", queue)],
      ["some sqs:SendMessage: "],
    ],
  ];
  for (const [behaviour, boundary, statements, expected] of boundaries) {
    it(behaviour, () => assert.deepEqual(bounded(boundary, ...statements), expected));
  }
});
