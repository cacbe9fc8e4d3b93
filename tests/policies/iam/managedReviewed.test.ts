import { iamManagedReviewed } from "../../../policies/iam/managedReviewed";
import type { Control } from "../../../policies/shared/control";
import { unknown } from "../../support/policy";
import { table } from "./documents";

const attached = (policyArn: unknown) => ({
  type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  props: { policyArn },
});
const execution = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy";
const control = iamManagedReviewed as Control;

describe("iam-managed-reviewed", () => {
  table(control, [
    ["passes an own policy", attached("arn:aws:iam::123456789012:policy/a"), []],
    ["passes a policy that this stack creates", attached(unknown), []],
    ["names a policy that pulls from every repository", attached(execution), ["AmazonECSTaskExecutionRolePolicy"]],
    ["leaves the broad ones to another control", attached("arn:aws:iam::aws:policy/AdministratorAccess"), []],
    ["ignores a role without managed policies", { type: "aws:iam/role:Role" }, []],
  ]);
  const allowed = [{ name: "AmazonECSTaskExecutionRolePolicy", reason: "one repository in this account" }];
  table(control, [["passes a policy on the list", attached(execution), []]], { config: { allowed } });
});
