import { iamNoAwsManaged } from "../../../policies/iam/noAwsManaged";
import { unknown } from "../../support/policy";
import { type Case, table } from "./documents";

const attached = (policyArn: unknown, type = "aws:iam/rolePolicyAttachment:RolePolicyAttachment"): Case[1] => ({
  type,
  props: { policyArn },
});
const aws = (name: string) => `arn:aws:iam::aws:policy/${name}`;

describe("iam-no-aws-managed", () => {
  table(iamNoAwsManaged, [
    ["passes an own policy", attached("arn:aws:iam::123456789012:policy/FullAccess"), []],
    ["passes a narrow policy of AWS", attached(aws("service-role/AWSLambdaBasicExecutionRole")), []],
    ["passes a policy that this stack creates", attached(unknown), []],
    ["refuses administrators", attached(aws("AdministratorAccess")), ["AdministratorAccess"]],
    ["refuses whole services", attached(aws("AmazonS3FullAccess")), ["AmazonS3FullAccess"]],
    ["refuses job functions", attached(aws("job-function/SystemAdministrator")), ["SystemAdministrator"]],
    ["refuses reading everything", attached(aws("ReadOnlyAccess")), ["ReadOnlyAccess"]],
    ["refuses them in other partitions", attached("arn:aws-cn:iam::aws:policy/PowerUserAccess"), ["PowerUserAccess"]],
    [
      "refuses them on users",
      attached(aws("IAMFullAccess"), "aws:iam/userPolicyAttachment:UserPolicyAttachment"),
      ["IAMFullAccess"],
    ],
    [
      "refuses them on the role itself",
      { type: "aws:iam/role:Role", props: { managedPolicyArns: [unknown, aws("AdministratorAccess")] } },
      ["AdministratorAccess"],
    ],
    ["ignores a role without managed policies", { type: "aws:iam/role:Role" }, []],
  ]);
});
