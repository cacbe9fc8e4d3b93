import { strict as assert } from "node:assert";
import { groupsOf } from "../../../../policies/iam/judge/userGroups";
import { type Described, unknown } from "../../../support/policy";
import { attach, aws, first, given, managed, named, own } from "./given";
import { type Kind, exclusive, holder, kinds, link } from "./holders";

describe("the policies that a role, user or group is given in lists", () => {
  const cases: [behaviour: string, kind: Kind, resources: Described[], expected: string[]][] = [
    [
      "are those on the role itself",
      "role",
      [holder("role", { managedPolicyArns: [aws, 7, null] })],
      [`role managedPolicyArns[0]: ${aws}`],
    ],
    ["are no computed list on the role itself", "role", [holder("role", { managedPolicyArns: unknown })], []],
    [
      "are not known in a list of which nothing is",
      "role",
      [holder("role", { name: "role" }), link(exclusive("role"), { roleName: "role", policyArns: unknown })],
      ["link policyArns: ?"],
    ],
    [
      "are the made ones in a list of which nothing is known",
      "user",
      [
        holder("user", { name: "user" }),
        managed("shop"),
        link(exclusive("user"), { userName: "user", policyArns: unknown }, { policyArns: ["shop"] }),
      ],
      ["link policyArns: shop"],
    ],
    [
      "are made, known and unknown ones of a list",
      "group",
      [
        holder("group", { name: "group" }),
        managed("shop"),
        managed("two"),
        link(
          exclusive("group"),
          { groupName: "group", policyArns: [unknown, aws, unknown, `${own}two`] },
          { policyArns: ["shop", "group"] },
        ),
      ],
      ["link policyArns: shop", `link policyArns[1]: ${aws}`, "link policyArns[3]: two", "link policyArns[2]: ?"],
    ],
    [
      "are each one once",
      "role",
      [
        holder("role", { managedPolicyArns: [aws, `${own}shop`, unknown, unknown] }),
        managed("shop"),
        attach("role", { policyArn: aws }),
        named("two", attach("role", { policyArn: unknown }, { policyArn: ["shop"] })),
      ],
      [`link policyArn: ${aws}`, "two policyArn: shop", "role managedPolicyArns[2]: ?", "role managedPolicyArns[3]: ?"],
    ],
    [
      "are not another's",
      "role",
      [holder("role", { name: "role" }), attach("role", { role: "other", policyArn: aws }, { role: undefined })],
      [],
    ],
    [
      "are those of an attachment for several",
      "user",
      [
        holder("user", { name: "user" }),
        link("aws:iam/policyAttachment:PolicyAttachment", { users: ["other", "user"], policyArn: aws }),
      ],
      [`link policyArn: ${aws}`],
    ],
  ];
  for (const [behaviour, kind, resources, expected] of cases) {
    it(behaviour, () => assert.deepEqual(given(kind, ...resources), expected));
  }
});

describe("the groups of a user", () => {
  const membership = (name: string, group: string, ...users: string[]) =>
    named(name, link("aws:iam/groupMembership:GroupMembership", { group, users }));
  const group = (name: string): Described => ({ type: kinds.group[0], name, props: { name } });

  it("are those of which one membership names the user", () => {
    const resources = [
      group("a"),
      group("b"),
      group("c"),
      membership("one", "a", "x"),
      membership("two", "a", "user"),
      membership("three", "b", "x"),
    ];
    const groups = (kind: Kind) =>
      groupsOf(...first(kinds[kind][0], holder(kind, { name: "user" }), ...resources)).map(({ name }) => name);
    assert.deepEqual(groups("user"), ["a"]);
    // A role of the same name is in no group.
    assert.deepEqual(groups("role"), []);
  });
});
