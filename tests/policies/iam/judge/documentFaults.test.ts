import { strict as assert } from "node:assert";
import { iamDocument } from "../../../../policies/iam/document";
import { type Described, judge, unknown } from "../../../support/policy";
import { allow, arn, policyDocument, rolePolicy, roleTrusting, trust } from "../documents";

const good = allow("sqs:SendMessage", arn("sqs", "orders"));
const lambda = { Service: "lambda.amazonaws.com" };
const policy = (text: unknown) => ({ type: "aws:iam/rolePolicy:RolePolicy", props: { policy: text } });
const roles = (props: object) => ({ type: "aws:iam/role:Role", props });

describe("what is told of a document", () => {
  const correct = "Correct the document.";
  const refused = (fault: string) => `AWS refuses the document: ${fault}. ${correct}`;
  const learn =
    "Build ARNs from names, account and region, so that the document is known in preview, or give the component around it " +
    "the input `statements` with what the document will allow.";
  const cases: [resource: Described, ...told: string[]][] = [
    [rolePolicy(good)],
    [rolePolicy({ ...good, Resource: undefined, NotResource: arn("sqs", "orders") })],
    [rolePolicy({ ...good, Sid: undefined }, { ...good, Sid: undefined }, { ...good, Sid: "Aa0" })],
    [roleTrusting(trust(lambda), { ...trust(lambda), Principal: undefined, NotPrincipal: { AWS: "123456789012" } })],
    [roleTrusting(trust("*"), trust({ AWS: "arn:aws:iam::*:root" }))],
    [roleTrusting({ ...trust(lambda), Principal: unknown })],
    [policy("{"), `The policy document does not parse: it is no JSON text (position 1). ${correct}`],
    [policy(unknown), `The document is not known yet and nothing declares what it will allow. ${learn}`],
    [rolePolicy({ ...good, Action: unknown }), `This part of the document is not known yet. ${learn}`],
    [policy({ Statement: [unknown] }), `This part of the document is not known yet. ${learn}`],
    [rolePolicy(), refused("it has no statement")],
    [rolePolicy({ ...good, Principal: "*" }), refused('statement "Work" names a principal')],
    [rolePolicy({ ...good, NotPrincipal: "*" }), refused('statement "Work" names a principal')],
    [rolePolicy({ ...good, Resource: undefined }), refused('statement "Work" has no Resource')],
    [rolePolicy({ ...good, Resource: [] }), refused('statement "Work" has no Resource')],
    [rolePolicy({ ...good, Sid: "a-b" }), refused('statement "a-b" has a Sid with others than letters and digits')],
    [rolePolicy({ ...good, Sid: "-" }), refused('statement "-" has a Sid with others than letters and digits')],
    [rolePolicy(good, good), refused('statement "Work" has the Sid of another statement')],
    [
      rolePolicy(good, good, { ...good, Sid: "a-" }, { ...good, Principal: "*" }),
      refused('statement "Work" has the Sid of another statement, and 3 more of its kind'),
    ],
    [roles({}), refused("a role must have a trust policy")],
    [roleTrusting(), refused("it has no statement")],
    [roleTrusting({ ...trust(lambda), Resource: "*" }), refused("statement 0 has a Resource")],
    [roleTrusting({ ...trust(lambda), NotResource: "*" }), refused("statement 0 has a Resource")],
    [roleTrusting({ ...trust(lambda), Principal: undefined }), refused("statement 0 names no principal")],
    [
      roleTrusting(trust({ AWS: "arn:aws:iam::123456789012:role/b-*" })),
      refused("statement 0 has a pattern as principal"),
    ],
    [
      roleTrusting(trust(lambda), { ...trust(lambda), Sid: "A" }, { ...trust(lambda), Sid: "A" }),
      refused('statement "A" has the Sid of another statement'),
    ],
  ];
  for (const [resource, ...told] of cases) {
    it(`is ${told[0]?.slice(0, 75) ?? "nothing"}: ${JSON.stringify(resource.props).slice(0, 110)}`, async () => {
      const findings = await judge(iamDocument, resource);
      assert.deepEqual(
        findings.map(({ what, fix }) => `${what}. ${fix}`),
        told,
      );
    });
  }

  it("is what is unknown in the declaration, not what it stands for", async () => {
    const resource = rolePolicy({ ...good, Action: unknown });
    const intent = [{ sid: "Work", actions: ["sqs:SendMessage"], resources: [arn("sqs", "orders")] }];
    assert.deepEqual(await judge(iamDocument, resource, { intent }), []);
    const [finding] = await judge(iamDocument, policy(unknown), { intent: { toString: unknown } });
    assert.equal(finding?.outcome, "violation");
  });

  it("is one finding for each inline policy", async () => {
    const assumeRolePolicy = policyDocument(trust(lambda));
    const findings = await judge(
      iamDocument,
      roles({ assumeRolePolicy, inlinePolicies: [{ policy: "{" }, {}, { policy: "[" }] }),
    );
    assert.deepEqual(
      findings.map(({ path }) => path),
      ["inlinePolicies[0].policy", "inlinePolicies[2].policy"],
    );
    const [later] = await judge(iamDocument, roles({ assumeRolePolicy, inlinePolicies: unknown }));
    assert.deepEqual([later?.outcome, later?.path], ["undecided", "inlinePolicies"]);
  });
});
