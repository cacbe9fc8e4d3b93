import { strict as assert } from "node:assert";
import { iamPrivesc } from "../../../../policies/iam/privesc";
import { iamSize } from "../../../../policies/iam/size";
import { judgeStack, stackOf, unknown } from "../../../support/policy";
import { allow, arn, policyDocument, roleArn, trust } from "../documents";
import { holder, inline, kinds, link } from "./holders";

describe("policies of a role", () => {
  it("counts a policy once that is attached and listed", async () => {
    const arns = Array.from({ length: 10 }, (_, index) => `arn:aws:iam::123456789012:policy/p${index}`);
    const attached = arns.map((policyArn, index) => ({
      ...link(kinds.role[2], { policyArn }, { role: ["role"] }),
      name: `link-${index}`,
    }));
    const trusting = { assumeRolePolicy: policyDocument(trust({ Service: "ec2.amazonaws.com" })) };
    const stack = stackOf(holder("role", { ...trusting, managedPolicyArns: arns }), ...attached);
    assert.deepEqual(await judgeStack(iamSize, stack), []);
  });

  it("cannot say what a role may do whose policy has an unknown action", async () => {
    const deploy = policyDocument(
      allow(["ecs:RegisterTaskDefinition", "ecs:RunTask"], arn("ecs", "task-definition/a:*")),
      {
        ...allow("iam:PassRole", roleArn("role"), {
          StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" },
        }),
        Sid: "Pass",
      },
    );
    const stack = stackOf(
      holder("role", { name: "role" }),
      inline("role", policyDocument(allow(unknown, "*"))),
      holder("user"),
      inline("user", deploy),
    );
    const [finding, ...more] = await judgeStack(iamPrivesc, stack);
    assert.deepEqual([finding?.outcome, more.length], ["undecided", 0]);
  });
});
