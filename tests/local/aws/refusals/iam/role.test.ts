import { strict as assert } from "node:assert";
import { refuse } from "../../../../../local/aws/refusals";
import { UNKNOWN } from "../../../../../local/aws/refusals/contract";
import { callOf, deletion, expectRefusal, policyOf, role, roleArn, stored, storeOf, table } from "../support";

const type = "aws:iam/role:Role";
const trust = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ecs-tasks.amazonaws.com" } };
const grant = { Effect: "Allow", Action: "logs:PutLogEvents", Resource: "*" };

describe("iam/role", () => {
  table({
    type,
    base: { name: "task", assumeRolePolicy: policyOf(trust) },
    store: [role("taken")],
    accepts: {
      "a path": { path: "/service/team/" },
      "an unknown trust policy": { assumeRolePolicy: UNKNOWN },
      "AWS's own boundary": { permissionsBoundary: "arn:aws:iam::aws:policy/PowerUserAccess" },
      "a trusted role that exists": { assumeRolePolicy: policyOf({ ...trust, Principal: { AWS: roleArn("taken") } }) },
    },
    refuses: {
      "a long name": [{ name: "r".repeat(65) }, "ValidationError", "1 to 64"],
      "a slash in the name": [{ name: "a/b" }, "ValidationError"],
      "a path without slashes": [{ path: "team" }, "ValidationError", "starts and ends with /"],
      "a long session": [{ maxSessionDuration: 43201 }, "ValidationError", "3600 to 43200"],
      "a name that is taken": [{ name: "taken" }, "EntityAlreadyExists"],
      "a trust policy that is not JSON": [{ assumeRolePolicy: "{" }, "MalformedPolicyDocument"],
      "a resource in the trust policy": [
        { assumeRolePolicy: policyOf({ ...trust, Resource: "*" }) },
        "MalformedPolicyDocument",
        "prohibited field Resource",
      ],
      "a long trust policy": [
        { assumeRolePolicy: policyOf({ ...trust, Sid: "s".repeat(2048) }) },
        "LimitExceeded",
        "limit is 2048",
      ],
      "a trusted role that is not there": [
        { assumeRolePolicy: policyOf({ ...trust, Principal: { AWS: roleArn("ghost") } }) },
        "MalformedPolicyDocument",
        "does not exist",
      ],
      "a boundary that is not there": [{ permissionsBoundary: "arn:aws:iam::123456789012:policy/x" }, "NoSuchEntity"],
      "a malformed inline policy": [{ inlinePolicies: [{ name: "p", policy: "[]" }] }, "MalformedPolicyDocument"],
    },
  });

  it("refuses to delete a role that policies are attached to", () => {
    const attachment = stored("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "a1", { role: "task" });
    const inline = stored("aws:iam/rolePolicy:RolePolicy", "task:p", { role: "task" });
    expectRefusal(deletion(role("task"), [attachment]), "DeleteConflict", "RolePolicyAttachment a1");
    expectRefusal(deletion(role("task"), [inline]), "DeleteConflict");
    assert.deepEqual(deletion(role("task"), [stored(inline.type, "other:p", { role: "other" })]), []);
  });

  table({
    type: "aws:iam/policy:Policy",
    base: { name: "write-logs", policy: policyOf(grant) },
    accepts: { "exactly 6,144 characters": { policy: padded(6144) } },
    refuses: {
      "one character more": [{ policy: padded(6145) }, "LimitExceeded", "6145 characters"],
      "a principal": [{ policy: policyOf({ ...grant, Principal: "*" }) }, "MalformedPolicyDocument", "prohibited"],
    },
  });

  const managed = stored(
    "aws:iam/policy:Policy",
    "arn:aws:iam::123456789012:policy/p",
    {},
    { arn: "arn:aws:iam::123456789012:policy/p" },
  );
  table({
    type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    base: { role: "task", policyArn: managed.id },
    store: [role("task"), managed],
    accepts: {
      "AWS's own policy": { policyArn: "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy" },
    },
    refuses: {
      "a role that is not there": [{ role: "ghost" }, "NoSuchEntity", "no such role"],
      "a policy that is not there": [
        { policyArn: "arn:aws:iam::123456789012:policy/q" },
        "NoSuchEntity",
        "not attachable",
      ],
      "a name": [{ policyArn: "p" }, "ValidationError", "ARN p is not valid"],
    },
  });

  it("adds up the inline policies of a role", () => {
    const rolePolicy = "aws:iam/rolePolicy:RolePolicy";
    const first = stored(rolePolicy, "task:a", { role: "task", policy: padded(6000) });
    const store = storeOf([role("task"), first]);
    const inputs = { role: "task", policy: padded(5000) };
    expectRefusal(refuse(callOf(rolePolicy, inputs, { store })), "LimitExceeded", "11000 characters");
    assert.deepEqual(refuse(callOf(rolePolicy, { ...inputs, policy: padded(4000) }, { store })), []);
  });
});

function padded(length: number): string {
  const empty = policyOf({ ...grant, Sid: "" });
  return policyOf({ ...grant, Sid: "s".repeat(length - empty.length) });
}
