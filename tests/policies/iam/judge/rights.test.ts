import { strict as assert } from "node:assert";
import { roleOfArn, rightsOf } from "../../../../policies/iam/judge/attachments";
import { iamPrivesc } from "../../../../policies/iam/privesc";
import type { Control } from "../../../../policies/shared/control";
import { type Described, contextOf, stackOf, unknown } from "../../../support/policy";
import { allow, arn, policyDocument, roleArn } from "../documents";
import { holder, inline, link } from "./holders";
import { managed, rights } from "./roleRights";

const queue = arn("sqs", "orders");
const attach = (name: string, policyArn: unknown, policy?: string): Described => ({
  ...link(
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    { policyArn },
    { role: ["role"], ...(policy && { policyArn: [policy] }) },
  ),
  name,
});

describe("the rights of a role", () => {
  it("come from all its documents and attachments", () => {
    const found = rights(
      holder("role", {
        inlinePolicies: [{ policy: policyDocument(allow("sqs:SendMessage", queue)) }],
        managedPolicyArns: ["arn:aws:iam::aws:policy/A", 7],
      }),
      inline("role", policyDocument(allow("sqs:ReceiveMessage", queue))),
      managed("shop", policyDocument(allow("sqs:DeleteMessage", queue))),
      attach("one", unknown, "shop"),
      attach("two", "arn:aws:iam::123456789012:policy/other"),
      managed("unused", policyDocument(allow("*", "*"))),
    );
    assert.deepEqual(found, {
      may: [
        "role one sqs:SendMessage: sqs:SendMessage",
        "role-inline one sqs:ReceiveMessage: sqs:ReceiveMessage",
        "shop one sqs:DeleteMessage: sqs:DeleteMessage",
      ],
      outside: ["arn:aws:iam::123456789012:policy/other", "arn:aws:iam::aws:policy/A"],
      unknown: [],
    });
  });

  it("are unknown where a document or an attachment is", () => {
    const found = rights(
      holder("role", { inlinePolicies: [{ policy: unknown }, { policy: "{" }] }),
      inline("role", policyDocument(allow(unknown, queue))),
      attach("link", unknown),
      attach("none", undefined),
    );
    assert.deepEqual(found.unknown, ["role inlinePolicies[0].policy", "role-inline policy", "link policyArn"]);
    assert.deepEqual([found.may, found.outside], [[], []]);
  });

  it("do not count an attachment without a policy as one made elsewhere", () => {
    assert.deepEqual(rights(holder("role"), attach("none", undefined)), { may: [], outside: [], unknown: [] });
  });

  it("are what the declaration says of unknown documents", () => {
    const intent = [{ sid: "Send", actions: ["sqs:SendMessage"], resources: [queue] }];
    const stack = stackOf(holder("role"), inline("role", policyDocument(allow(unknown, queue))));
    const [role] = stack.ofType("aws:iam/role:Role");
    const { attached, unknown: open } = rightsOf(stack, role as never, contextOf(iamPrivesc as Control, { intent }));
    assert.deepEqual(
      [attached.flatMap(({ permissions }) => permissions.grants.map(({ text }) => text)), open],
      [["sqs:SendMessage"], []],
    );
  });
});

describe("the role that an ARN names", () => {
  const named = (props: object, target: string) => roleOfArn(stackOf({ ...holder("role"), props }), target)?.name;

  it("has that ARN, or that name", () => {
    assert.equal(named({ arn: roleArn("path/task"), name: "x" }, roleArn("path/task")), "role");
    assert.equal(named({ name: "task" }, roleArn("path/task")), "role");
    assert.equal(named({ name: "task" }, roleArn("other")), undefined);
    assert.equal(named({ name: unknown, arn: unknown }, roleArn("task")), undefined);
    assert.equal(named({}, roleArn("undefined")), undefined);
  });
});
