import { strict as assert } from "node:assert";
import { iamTrustOidc } from "../../../../policies/iam/trustOidc";
import { judge, unknown } from "../../../support/policy";
import { account, roleTrusting, trust } from "../documents";
import { action } from "./tokenCases";

const github = "token.actions.githubusercontent.com";
const main = "repo:octo/shop:environment:prod";

/** Path, what is wrong and the example of the fix, for a role that tokens of the host may assume. */
async function told(host: string, conditions: object): Promise<string[]> {
  const federated = { Federated: `arn:aws:iam::${account}:oidc-provider/${host}` };
  const findings = await judge(iamTrustOidc, roleTrusting(trust(federated, conditions, action)));
  return findings.map(
    ({ outcome, path, what, fix }) => `${outcome} ${path.replace(/.*Statement\[0]\./, "")}: ${what} ${fix}`,
  );
}
const claims = (host: string, values: object) => ({
  StringLike: Object.fromEntries(Object.entries(values).map(([name, value]) => [`${host}:${name}`, value as unknown])),
});

describe("what is told of tokens", () => {
  const fix = (host: string, audience: string, example: string) =>
    `Set \`"Condition":{"StringEquals":{"${host}:${audience}":"<audience>"},"StringLike":{"${host}:sub":"${example}"}}\`.`;
  const repository = fix(github, "aud", "repo:<owner>/<repository>:ref:refs/heads/main");
  const at = (claim: string) => `Condition.StringLike["${github}:${claim}"]`;
  const provider = "violation Principal.Federated: statement 0 accepts tokens of";
  const anyAudience = `${provider} ${github} that were made for any audience ${repository}`;
  const anySubject = `${provider} any subject of ${github} ${repository}`;
  const anyRun = `violation ${at("sub")}: statement 0 accepts tokens of every branch, tag and pull request ${repository}`;
  const anyWorkload = (claim: string) =>
    `violation ${at(claim)}: statement 0 accepts tokens of more than one repository or workload ${repository}`;
  const faults: [behaviour: string, conditions: object, told: string[]][] = [
    ["nothing", claims(github, { aud: "a", sub: main }), []],
    ["any audience", claims(github, { sub: main }), [anyAudience]],
    ["one open audience", claims(github, { aud: ["a", "*"], sub: main }), [anyAudience]],
    ["any subject", claims(github, { aud: "a" }), [anySubject]],
    ["no subject at all", claims(github, { aud: "a", sub: [] }), [anySubject]],
    ["any run", claims(github, { aud: "a", sub: "repo:octo/shop:*" }), [anyRun]],
    ["any workload", claims(github, { aud: "a", actor: "x", sub: "repo:*" }), [anyWorkload("sub")]],
    ["a claim that fixes nothing", claims(github, { aud: "a", actor: "x" }), [anyWorkload("actor")]],
    ["a claim that another host also begins with", claims(`x.${github}`, { aud: "a", sub: main }), [anyAudience]],
    [
      "an unknown subject beside an open one",
      claims(github, { aud: "a", sub: ["repo:*", unknown] }),
      [
        `undecided ${at("sub")}[1]: its value is not known until the update Make it known in preview, or judge it in the update.`,
      ],
    ],
    [
      "an unknown subject that others make up for",
      { ...claims(github, { aud: "a", actor: unknown }), StringEquals: { [`${github}:sub`]: main } },
      [],
    ],
    ["one of two subjects that is open", claims(github, { aud: "a", sub: [main, "repo:octo/shop:*"] }), [anyRun]],
    [
      "one of two subjects of any workload",
      claims(github, { aud: "a", sub: ["repo:octo/*:environment:prod", main] }),
      [anyWorkload("sub")],
    ],
  ];
  for (const [behaviour, conditions, expected] of faults) {
    it(`is ${expected[0]?.slice(0, 60) ?? "nothing"} for ${behaviour}`, async () =>
      assert.deepEqual(await told(github, conditions), expected));
  }

  it("asks for the application of providers of people", async () => {
    const [text] = await told("www.amazon.com", claims("www.amazon.com", { sub: "1" }));
    assert.ok(text?.endsWith(fix("www.amazon.com", "app_id", "<user>")), text);
  });
});
