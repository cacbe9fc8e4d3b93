import { strict as assert } from "node:assert";
import { iamPrivesc } from "../../../../policies/iam/privesc";
import { type Described, judgeStack, stackOf, unknown } from "../../../support/policy";
import { type Kind, build, exclusive, holder, inline, kinds, link, pass, policy } from "./holders";

const both = (kind: Kind, attachment: Described, props: object = {}) => [
  holder(kind, props),
  inline(kind, pass),
  policy(build),
  attachment,
];

/** What holds only one half of the escalation by itself, and how its holder comes by the other. */
const ways: [behaviour: string, resources: Described[]][] = (["role", "user", "group"] as const).flatMap((kind) => [
  [
    `${kind} by attachment`,
    both(kind, link(kinds[kind][2], { policyArn: unknown }, { [kind]: [kind], policyArn: ["managed"] })),
  ],
  [
    `${kind} by attachment with names`,
    both(kind, link(kinds[kind][2], { [kind]: kind, policyArn: "arn:aws:iam::123456789012:policy/shop-build" }), {
      name: kind,
    }),
  ],
  [
    `${kind} by PolicyAttachment`,
    both(
      kind,
      link("aws:iam/policyAttachment:PolicyAttachment", { [`${kind}s`]: [kind] }, { policyArn: ["managed"] }),
      {
        name: kind,
      },
    ),
  ],
  [
    `${kind} by exclusive attachments`,
    both(kind, link(exclusive(kind), { policyArns: [unknown] }, { [`${kind}Name`]: [kind], policyArns: ["managed"] })),
  ],
]);
const inGroup = (membership: Described) => [
  holder("user"),
  inline("user", pass),
  holder("group"),
  inline("group", build),
  membership,
];

describe("everything that a role, user or group is given", () => {
  const escalations: typeof ways = [
    ...ways,
    [
      "role by managedPolicyArns",
      [
        { ...holder("role", { managedPolicyArns: [unknown] }), dependsOn: { managedPolicyArns: ["managed"] } },
        inline("role", pass),
        policy(build),
      ],
    ],
    [
      "user by GroupMembership",
      inGroup(link("aws:iam/groupMembership:GroupMembership", {}, { group: ["group"], users: ["user"] })),
    ],
    [
      "user by UserGroupMembership",
      inGroup(link("aws:iam/userGroupMembership:UserGroupMembership", {}, { groups: ["group"], user: ["user"] })),
    ],
  ];
  for (const [behaviour, resources] of escalations) {
    it(`counts for a ${behaviour}`, async () => {
      const findings = await judgeStack(iamPrivesc, stackOf(...resources));
      assert.deepEqual(
        findings.map(({ detail }) => detail),
        ["iam:PassRole|*"],
      );
    });
  }

  it("does not count what another is given", async () => {
    const alone = [holder("user"), inline("user", pass), holder("group"), inline("group", build)];
    assert.deepEqual(await judgeStack(iamPrivesc, stackOf(...alone)), []);
  });

  it("tells what a group may do by itself once, not for each member", async () => {
    const resources = [
      ...both("group", link(kinds.group[2], {}, { group: ["group"], policyArn: ["managed"] })),
      holder("user"),
      {
        ...link("aws:iam/groupMembership:GroupMembership", {}, { group: ["group"], users: ["user"] }),
        name: "members",
      },
    ];
    assert.equal((await judgeStack(iamPrivesc, stackOf(...resources))).length, 1);
  });
});
