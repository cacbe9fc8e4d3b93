import { strict as assert } from "node:assert";
import { cbPolicy } from "../../../policies/codebuild/policy";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:codebuild/resourcePolicy:ResourcePolicy";
const shared = (Principal: unknown, more: object = {}) => ({
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal,
        Action: ["codebuild:BatchGetProjects", "codebuild:ListBuildsForProject"],
        Resource: "arn:aws:codebuild:eu-west-1:123456789012:project/shop",
        ...more,
      },
    ],
  }),
});

describe("cb-policy", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes the own account", shared({ AWS: "arn:aws:iam::123456789012:root" }), []],
    [
      "passes the organization",
      shared("*", { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }),
      [],
    ],
    ["refuses everybody", shared("*"), ["violation policy.Statement[0].Principal"]],
    [
      "refuses a foreign account",
      shared({ AWS: "arn:aws:iam::210987654321:root" }),
      ["violation policy.Statement[0].Principal.AWS"],
    ],
    ["never refuses a denial", shared("*", { Effect: "Deny" }), []],
    ["refuses what does not parse", { policy: "{" }, ["violation policy"]],
    ["passes an absent document, which the provider refuses", {}, []],
    ["cannot decide an unknown document", { policy: unknown }, ["undecided policy"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(cbPolicy, { type, props })), expected);
    });
  }

  it("passes an account that is trusted", async () => {
    const props = shared({ AWS: "210987654321" });
    assert.deepEqual(await judge(cbPolicy, { type, props }, { trustedAccounts: ["210987654321"] }), []);
  });
});
