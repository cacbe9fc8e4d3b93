import { strict as assert } from "node:assert";
import { iamActionExists } from "../../../policies/iam/actionExists";
import { judge } from "../../support/policy";
import { allow, deny, identityBasics, rolePolicy, table } from "./documents";

describe("iam-action-exists", () => {
  identityBasics(iamActionExists);
  table(iamActionExists, [
    ["passes a known action in any case", rolePolicy(allow("s3:getobject", "arn:aws:s3:::shop/*")), []],
    ["refuses an unknown action", rolePolicy(allow("s3:GetObjects", "*")), ["s3:GetObjects|"]],
    ["refuses an unknown service", rolePolicy(allow("ecs-tasks:RunTask", "*")), ["ecs-tasks:RunTask|"]],
    ["refuses a path instead of a service", rolePolicy(allow("../../package:x", "*")), ["../../package:x|"]],
    ["refuses a glob without a match", rolePolicy(allow("sqs:Fetch*", "*")), ["sqs:Fetch*|"]],
    ["refuses a text without service", rolePolicy(allow("GetObject", "*")), ["GetObject|"]],
    ["refuses the name of an object's method", rolePolicy(allow("s3:constructor", "*")), ["s3:constructor|"]],
    ["ignores Deny statements", rolePolicy(deny("s3:GetObjects", "*")), []],
  ]);

  it("proposes the nearest action", async () => {
    const [finding] = await judge(iamActionExists, rolePolicy(allow("s3:GetObjects", "*")));
    assert.match(finding?.fix ?? "", /Did you mean `s3:GetObject`\?/);
  });
});
