import { strict as assert } from "node:assert";
import { sgIngressOpen } from "../../../policies/network/sgIngressOpen";
import { brief, judgeStack, stackOf, unknown } from "../../support/policy";
import type { Described } from "../../support/policy";

const list = (name: string, ...cidrs: string[]) => ({
  type: "aws:ec2/managedPrefixList:ManagedPrefixList",
  name,
  props: { id: `pl-${name}`, entries: cidrs.map((cidr) => ({ cidr })) },
});
const rule = (prefixListId: string, port = 22, from?: string): Described => ({
  type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  name: "rule",
  props: { prefixListId, ipProtocol: "tcp", fromPort: port, toPort: port, securityGroupId: "sg-elsewhere" },
  dependsOn: { prefixListId: from === undefined ? undefined : [from] },
});
const judged = async (...resources: Described[]) => brief(await judgeStack(sgIngressOpen, stackOf(...resources)));

describe("prefix lists that hold the world", () => {
  const [wide, narrow] = [list("wide", "10.0.0.0/8", "0.0.0.0/0"), list("narrow", "192.0.2.0/24")];

  it("are found by what the rule is made of, and by their ids", async () => {
    assert.deepEqual(await judged(wide, narrow, rule(unknown, 22, "wide")), ["violation prefixListId"]);
    assert.deepEqual(await judged(wide, narrow, rule(unknown, 22, "narrow")), []);
    assert.deepEqual(await judged(wide, narrow, rule("pl-wide")), ["violation prefixListId"]);
    assert.deepEqual(await judged(wide, narrow, rule("pl-narrow")), []);
  });

  it("are found by an entry that is a resource of its own", async () => {
    const entry = {
      type: "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry",
      name: "entry",
      props: { cidr: "::/0", prefixListId: unknown },
      dependsOn: { prefixListId: ["narrow"] },
    };
    assert.deepEqual(await judged(narrow, entry, rule("pl-narrow")), ["violation prefixListId"]);
  });

  it("are found in inline rules and in the older kind of rule", async () => {
    const inline = { protocol: "tcp", fromPort: 22, toPort: 22, prefixListIds: ["pl-narrow", "pl-wide"] };
    const group = { type: "aws:ec2/securityGroup:SecurityGroup", name: "group", props: { ingress: [inline] } };
    assert.deepEqual(await judged(wide, narrow, group), ["violation ingress[0].prefixListIds[1]"]);
    const old = {
      type: "aws:ec2/securityGroupRule:SecurityGroupRule",
      name: "old",
      props: { ...inline, type: "ingress", prefixListIds: ["pl-wide"] },
    };
    assert.deepEqual(await judged(wide, old), ["violation prefixListIds[0]"]);
  });

  it("may open web ports like a range, and lists that AWS keeps are none", async () => {
    assert.deepEqual(await judged(wide, rule("pl-wide", 443)), []);
    assert.deepEqual(await judged(wide, rule("pl-3b927c52")), []);
    const group = { type: "aws:ec2/securityGroup:SecurityGroup", name: "group", props: { id: "sg-elsewhere" } };
    assert.deepEqual(await judged(wide, group, rule("pl-wide", 443)), ["violation prefixListId"]);
  });

  it("are left to the update while their entries are unknown", async () => {
    const open = { ...wide, props: { id: "pl-wide", entries: unknown } };
    assert.deepEqual(await judged(open, rule("pl-wide")), []);
  });
});
