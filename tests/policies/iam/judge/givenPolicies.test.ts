import { strict as assert } from "node:assert";
import { attachedPolicies, naming } from "../../../../policies/iam/judge/attachedPolicies";
import { type Described, unknown } from "../../../support/policy";
import { attach, aws, first, given, managed, named, own } from "./given";
import { type Kind, holder, kinds, link } from "./holders";

describe("the policies that a role, user or group is given", () => {
  const cases: [behaviour: string, kind: Kind, resources: Described[], expected: string[]][] = [
    ["are none", "role", [holder("role"), managed("shop")], []],
    ["are one of AWS", "role", [holder("role"), attach("role", { policyArn: aws })], [`link policyArn: ${aws}`]],
    [
      "are one of this stack that is not made yet",
      "role",
      [holder("role"), managed("shop"), attach("role", { policyArn: unknown }, { policyArn: ["shop"] })],
      ["link policyArn: shop"],
    ],
    [
      "are one of this stack by its ARN",
      "user",
      [holder("user"), managed("x", { arn: `${own}shop`, name: "y" }), attach("user", { policyArn: `${own}shop` })],
      ["link policyArn: x"],
    ],
    [
      "are one of this stack by its name",
      "group",
      [holder("group"), managed("x", { name: "shop" }), attach("group", { policyArn: `${own}path/shop` })],
      ["link policyArn: x"],
    ],
    [
      "are AWS's where one of the stack has the same name",
      "role",
      [holder("role"), managed("x", { name: "A" }), attach("role", { policyArn: aws })],
      [`link policyArn: ${aws}`],
    ],
    [
      "are another account's where no one has its name",
      "role",
      [holder("role"), managed("x", { name: "y", arn: `${own}y` }), attach("role", { policyArn: `${own}z` })],
      [`link policyArn: ${own}z`],
    ],
    [
      "are not known where nothing says which",
      "role",
      [holder("role"), attach("role", { policyArn: unknown })],
      ["link policyArn: ?"],
    ],
    [
      "are not known where the ARN is absent in preview",
      "role",
      [holder("role"), attach("role", {})],
      ["link policyArn: ?"],
    ],
    [
      "are the made one where the ARN is absent in preview",
      "role",
      [holder("role"), managed("shop"), attach("role", {}, { policyArn: ["shop"] })],
      ["link policyArn: shop"],
    ],
  ];
  for (const [behaviour, kind, resources, expected] of cases) {
    it(behaviour, () => assert.deepEqual(given(kind, ...resources), expected));
  }

  it("are nothing that something else gets", () => {
    const queue = { type: "aws:sqs/queue:Queue", name: "role" };
    assert.deepEqual(attachedPolicies(...first(queue.type, queue, attach("role", { policyArn: aws }))), []);
  });

  it("are found by any name in a list", () => {
    const target = { ...holder("user"), props: { name: "a", arn: "b" } };
    const lists = [["b"], ["x", "a"], ["a", "b"], ["x"], "a"].map((users, index) =>
      named(`m${index}`, link("aws:iam/groupMembership:GroupMembership", { users })),
    );
    const [stack, user] = first(kinds.user[0], target, ...lists);
    const found = naming(stack, "aws:iam/groupMembership:GroupMembership", "users", user).map(({ name }) => name);
    assert.deepEqual([...found].sort(), ["m0", "m1", "m2", "m4"]);
  });
});
