import { strict as assert } from "node:assert";
import { iamGrantsNothing } from "../../../../policies/iam/grantsNothing";
import { iamNoStarResource } from "../../../../policies/iam/noStarResource";
import { actionsOfService } from "../../../../policies/iam/judge/actionData";
import { actionGaps, typeGaps } from "../../../../policies/iam/judge/dataGaps";
import { overrides } from "../../../../policies/iam/judge/overrides";
import { allow, arn, rolePolicy, table } from "../documents";

const published = "arn:aws:ssm:eu-west-1::parameter/aws/service/ecs/ami";

describe("what the action data does not have", () => {
  it("is about actions that exist", () => {
    for (const name of [
      ...actionGaps.flatMap((gap) => gap.of),
      ...overrides.map(({ action }) => action.toLowerCase()),
    ]) {
      const [service = "", action = ""] = name.split(":");
      assert.ok(actionsOfService(service)?.has(action), name);
    }
  });

  it("is about types that exist", () => {
    for (const name of typeGaps.flatMap((gap) => gap.of)) {
      const [service = "", key] = name.split(":");
      const types = [...(actionsOfService(service)?.values() ?? [])].flatMap((action) => action.types);
      assert.ok(
        types.some((type) => type.key.toLowerCase() === key),
        name,
      );
    }
  });

  it("has a source for each row", () => {
    for (const { source } of [...actionGaps, ...typeGaps, ...overrides]) assert.match(source, /^https:\/\/docs\.aws/);
  });

  table(iamGrantsNothing, [
    [
      "takes the ARN that AWS documents for an action without types",
      rolePolicy(allow("iam:ListUsers", "arn:aws:iam::123456789012:user/a/*")),
      [],
    ],
    ["takes `*` for it as before", rolePolicy(allow("iam:ListUsers", "*")), []],
    [
      "takes no other ARN for it",
      rolePolicy(allow("iam:ListUsers", "arn:aws:iam::123456789012:role/a")),
      ["iam:ListUsers|arn:aws:iam::123456789012:role/a"],
    ],
    ["takes resources of AWS without account", rolePolicy(allow("ssm:GetParameter", published)), []],
    [
      "takes own resources of that type as before",
      rolePolicy(allow("ssm:GetParameter", arn("ssm", "parameter/a"))),
      [],
    ],
    [
      "takes no own parameter without account",
      rolePolicy(allow("ssm:GetParameter", "arn:aws:ssm:eu-west-1::parameter/a")),
      ["ssm:GetParameter|arn:aws:ssm:eu-west-1::parameter/a"],
    ],
    [
      "takes the console's ARN for the list of buckets, in any partition",
      rolePolicy(allow("s3:ListAllMyBuckets", "arn:aws-cn:s3:::*")),
      [],
    ],
    [
      "takes no bucket for the list of buckets",
      rolePolicy(allow("s3:ListAllMyBuckets", "arn:aws:s3:::a")),
      ["s3:ListAllMyBuckets|arn:aws:s3:::a"],
    ],
  ]);
  table(iamNoStarResource, [
    ["passes `*` for an action without types", rolePolicy(allow(["iam:ListUsers", "eks:CreateCluster"], "*")), []],
    [
      "refuses every resource of a type that was missing",
      rolePolicy(allow("elasticloadbalancing:AddTags", arn("elasticloadbalancing", "targetgroup/*"))),
      [`elasticloadbalancing:AddTags|${arn("elasticloadbalancing", "targetgroup/*")}`],
    ],
    [
      "refuses every parameter that AWS publishes, and more",
      rolePolicy(allow("ssm:GetParameter", "arn:aws:ssm:*::parameter/*")),
      ["ssm:GetParameter|arn:aws:ssm:*::parameter/*"],
    ],
  ]);
});
