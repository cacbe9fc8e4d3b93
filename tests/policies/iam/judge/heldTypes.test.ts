import { iamNoStarResource } from "../../../../policies/iam/noStarResource";
import { unknown } from "../../../support/policy";
import { allow, arn, rolePolicy, table } from "../documents";

const made = [arn("ec2", "instance/*"), arn("ec2", "network-interface/*"), arn("ec2", "volume/*")];
const subnet = arn("ec2", "subnet/subnet-0a");
const run = (Resource: unknown, Condition?: object) => allow("ec2:RunInstances", Resource, Condition);
const found = made.map((target) => `ec2:RunInstances|${target}`);
const tag = { StringEquals: { "aws:ResourceTag/team": "shop" } };

describe("calls that touch several resources", () => {
  table(iamNoStarResource, [
    ["are held by one that is named", rolePolicy(run([...made, subnet])), []],
    ["are held by one that another statement names", rolePolicy(run(made), run(subnet)), []],
    ["are held by one that a condition picks", rolePolicy(run(made), run(arn("ec2", "subnet/*"), tag)), []],
    ["are not held by one that is optional", rolePolicy(run([...made, arn("ec2", "key-pair/a")])), found],
    [
      "are not held by one that is named and open",
      rolePolicy(run(made), run([subnet, arn("ec2", "subnet/*")])),
      [...found, `ec2:RunInstances|${arn("ec2", "subnet/*")}`],
    ],
    [
      "are not held beside all but one",
      rolePolicy(run([...made, subnet]), { Effect: "Allow", Action: "ec2:RunInstances", NotResource: subnet }),
      found,
    ],
    ["are not held by what another action names", rolePolicy(run(made), allow("ec2:CreateSubnet", subnet)), found],
    [
      "cannot be decided while the one that holds may be unknown",
      rolePolicy(run([made[0], unknown])),
      ["undecided policy.Statement[0].Resource[1]"],
    ],
    [
      "are not held by the other of two alternatives",
      rolePolicy(
        allow("elasticloadbalancing:ModifyRule", arn("elasticloadbalancing", "listener-rule/app/a/b/c/d")),
        allow("elasticloadbalancing:ModifyRule", arn("elasticloadbalancing", "listener-rule/net/*")),
      ),
      [`elasticloadbalancing:ModifyRule|${arn("elasticloadbalancing", "listener-rule/net/*")}`],
    ],
    [
      "are not held by a stream where the table is open",
      rolePolicy(allow("dynamodb:TagResource", [arn("dynamodb", "table/*"), arn("dynamodb", "table/a/stream/b")])),
      [`dynamodb:TagResource|${arn("dynamodb", "table/*")}`],
    ],
  ]);
});
