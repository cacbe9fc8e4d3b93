import { strict as assert } from "node:assert";
import { type Audience, judgeAudience } from "../../../policies/documents/audience";
import { snsPolicy } from "../../../policies/observability/snsPolicy";
import type { Control } from "../../../policies/shared/control";
import { type Overrides, judge, unknown } from "../../support/policy";
import { foreign, own } from "./statements";

/** A control that does nothing but to ask who a topic's document lets in. */
const asking = (audience: Partial<Audience> = {}): Control => ({
  ...snsPolicy,
  reads: { "aws:sns/topicPolicy:TopicPolicy": ["policy"] },
  check: ({ props }, report, { settings }) =>
    judgeAudience(props.at("policy"), report, settings, { subject: "the topic", ...audience }),
});
const letting = (Principal: unknown, Condition?: object) => ({ Sid: "In", Effect: "Allow", Principal, Condition });

async function told(policy: unknown, audience?: Partial<Audience>, overrides?: Overrides): Promise<string[]> {
  const resource = { type: "aws:sns/topicPolicy:TopicPolicy", props: { policy } };
  const findings = await judge(asking(audience), resource, overrides);
  return findings.map(({ outcome, path, what, fix }) => `${outcome} ${path}: ${what}. ${fix}`);
}
const toldOf = (statement: object, audience?: Partial<Audience>, overrides?: Overrides) =>
  told({ Statement: [{ Action: "sns:Publish", Resource: "*", ...statement }] }, audience, overrides);

describe("the audience of a resource's document", () => {
  const at = "policy.Statement[0]";
  const sourced = "Add a condition on `aws:SourceArn` or `aws:SourceAccount` with the own account.";
  const cases: [behaviour: string, statement: object, expected: string[]][] = [
    ["may be the own account", letting({ AWS: [own, `arn:aws:iam::${own}:role/a`] }), []],
    ["may be denied anything", { ...letting("*"), Effect: "Deny" }, []],
    [
      "is not everybody",
      letting("*"),
      [
        `violation ${at}.Principal: statement "In" lets everybody use the topic. ` +
          "Name the principals, or add a condition on `aws:PrincipalOrgID` or `aws:SourceAccount`.",
      ],
    ],
    [
      "is not everybody but a few",
      { ...letting(undefined), NotPrincipal: { AWS: own } },
      [
        `violation ${at}.NotPrincipal: statement "In" lets everybody but a few use the topic. ` +
          "Name the principals in `Principal`.",
      ],
    ],
    [
      "is no foreign account",
      letting({ AWS: [own, foreign] }),
      [
        `violation ${at}.Principal.AWS[1]: statement "In" lets account ${foreign} use the topic, which is not a trusted one. ` +
          "Remove the account, or list it in `container-delivery-policies:trustedAccounts`.",
      ],
    ],
    [
      "is no canonical user, whose account nobody can tell",
      letting({ CanonicalUser: "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be" }),
      [
        `violation ${at}.Principal.CanonicalUser: statement "In" lets a canonical user use the topic, which does not tell its account. ` +
          "Name the account or the role by its ARN in `AWS`.",
      ],
    ],
    [
      "is a service on behalf of the own account",
      letting({ Service: "s3.amazonaws.com" }, { StringEquals: { "aws:SourceAccount": own } }),
      [],
    ],
    [
      "is no service on behalf of another account",
      letting({ Service: "s3.amazonaws.com" }, { StringEquals: { "aws:SourceAccount": foreign } }),
      [
        `violation ${at}.Principal.Service: statement "In" lets s3.amazonaws.com use the topic for another account. ${sourced}`,
      ],
    ],
    [
      "is no service on behalf of whichever account asks",
      letting({ Service: ["s3.amazonaws.com"] }),
      [
        `violation ${at}.Principal.Service[0]: statement "In" lets s3.amazonaws.com use the topic for whichever account asks. ${sourced}`,
      ],
    ],
    [
      "is a service that is not known yet, on behalf of the own account",
      letting({ Service: unknown }, { StringEquals: { "aws:SourceAccount": own } }),
      [],
    ],
    [
      "cannot be told from an unknown service without a source",
      letting({ Service: unknown }),
      [
        `undecided ${at}.Principal.Service: its value is not known until the update. ` +
          "Make it known in preview, or judge it in the update.",
      ],
    ],
  ];
  for (const [behaviour, statement, expected] of cases) {
    it(behaviour, async () => assert.deepEqual(await toldOf(statement), expected));
  }

  it("is no organization that the settings do not name", async () => {
    const statement = letting("*", { StringEquals: { "aws:PrincipalOrgID": "o-other" } });
    assert.deepEqual(await toldOf(statement, {}, { trustedOrganizations: ["o-own"] }), [
      `violation ${at}.Condition.StringEquals["aws:PrincipalOrgID"]: statement "In" lets organization o-other use the topic, which is not a trusted one. ` +
        "Remove the organization, or list it in `container-delivery-policies:trustedOrganizations`.",
    ]);
  });

  it("is everybody where only the own network reaches", async () => {
    assert.deepEqual(await toldOf(letting("*"), { isInNetwork: true }), []);
  });

  it("is whoever the control welcomes", async () => {
    const audience: Partial<Audience> = {
      welcomes: (account, { sid }) => account === foreign && sid === "In",
      needsNoSource: (service, { sid }, settings) =>
        service === "s3.amazonaws.com" && sid === "In" && settings.ownAccounts.includes(own),
    };
    const strangers = letting({ AWS: [foreign, "333333333333"], Service: ["s3.amazonaws.com", "sns.amazonaws.com"] });
    const paths = (await toldOf(strangers, audience)).map((text) => text.split(":")[0]);
    assert.deepEqual(paths, [`violation ${at}.Principal.AWS[1]`, `violation ${at}.Principal.Service[1]`]);
    // Which account a wrong source names, the control did not say.
    const wrong = letting({ Service: "s3.amazonaws.com" }, { StringEquals: { "aws:SourceAccount": foreign } });
    assert.equal((await toldOf(wrong, audience)).length, 1);
  });

  it("is nobody that can be told of a document that does not parse", async () => {
    assert.equal((await told("{")).length, 1);
  });

  it("is told statement by statement, whatever is unknown or wrong in the others", async () => {
    const open = { Action: "*", Resource: "*", ...letting("*") };
    const [unclear, found, ...more] = await told({ Statement: [{ ...open, Effect: unknown }, open] });
    assert.match(unclear ?? "", /^undecided policy\.Statement\[0]\.Effect/);
    assert.match(found ?? "", /^violation policy\.Statement\[1]\.Principal/);
    assert.deepEqual(more, []);
  });
});
