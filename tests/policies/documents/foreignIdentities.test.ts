import { strict as assert } from "node:assert";
import { accountOf } from "../../../policies/documents/accounts";
import { anyonePrincipal } from "../../../policies/documents/principals";
import { publicPrincipal } from "../../../policies/documents/publicAccess";
import { sourceOf } from "../../../policies/documents/sources";
import { strangersOf } from "../../../policies/documents/strangers";
import { snsPolicy } from "../../../policies/observability/snsPolicy";
import { contextOf, unknown } from "../../support/policy";
import { foreign, letting, own } from "./statements";

const { settings } = contextOf(snsPolicy);
const strangers = (Principal: unknown) => strangersOf(letting(Principal), settings).map(({ id }) => id);

describe("identities that are no roles", () => {
  it("are strangers by the account of their provider", () => {
    const provider = (account: string) => ({ Federated: `arn:aws:iam::${account}:saml-provider/corp` });
    assert.deepEqual(strangers(provider(foreign)), [foreign]);
    assert.deepEqual(strangers(provider(own)), []);
  });

  it("are strangers by a canonical id, which tells no account", () => {
    assert.deepEqual(strangers({ CanonicalUser: "79a59df9" }), ["79a59df9"]);
    assert.deepEqual(strangers({ CanonicalUser: unknown }), []);
  });

  it("are everybody when a public provider lets them in", () => {
    const isPublic = (Principal: unknown, Condition?: object) =>
      publicPrincipal(letting(Principal, Condition)) !== undefined;
    const facebook = { Federated: "graph.facebook.com" };
    assert.equal(isPublic(facebook), true);
    assert.equal(isPublic(facebook, { StringEquals: { "graph.facebook.com:app_id": "1" } }), false);
    assert.equal(isPublic(facebook, { StringLike: { "graph.facebook.com:app_id": "*" } }), true);
    assert.equal(isPublic(facebook, { StringEquals: { "accounts.google.com:aud": "1" } }), true);
    assert.equal(isPublic({ Federated: `arn:aws:iam::${own}:saml-provider/corp` }), false);
  });
});

describe("accounts in principals and sources", () => {
  it("are everybody's while a wildcard stands in them", () => {
    const isAnyone = (AWS: string) => anyonePrincipal(letting({ AWS })) !== undefined;
    for (const AWS of ["*", "arn:aws:iam::*:root", "arn:aws:iam::1234*:root", "arn:aws:iam::cloudfront:user/*"]) {
      assert.equal(isAnyone(AWS), true, AWS);
    }
    for (const AWS of [own, `arn:aws:iam::${own}:role/*`, "AIDACKCEVSQ6C2EXAMPLE"]) {
      assert.equal(isAnyone(AWS), false, AWS);
    }
  });

  it("do not stand in ARNs of buckets", () => {
    assert.equal(accountOf("arn:aws:s3:*:*:shop"), undefined);
    assert.equal(accountOf("arn:aws:s3:*:*:sh*p"), "*");
    assert.equal(accountOf("arn:aws:sns:*:*:shop"), "*");
  });

  it("are the own ones by the resource's variables alone", () => {
    const source = (key: string, value: string) =>
      sourceOf(letting({ Service: "sns.amazonaws.com" }, { StringEquals: { [key]: value } }), settings);
    assert.equal(source("aws:SourceAccount", "${aws:ResourceAccount}"), "own");
    assert.equal(source("aws:SourceAccount", "${aws:PrincipalAccount}"), undefined);
    assert.equal(source("aws:SourceOrgID", "${aws:ResourceOrgID}"), "own");
    assert.equal(source("aws:SourceOrgID", "${aws:PrincipalOrgID}"), undefined);
  });

  it("of an organization are foreign once the settings name others", () => {
    const statement = letting({ Service: "sns.amazonaws.com" }, { StringEquals: { "aws:SourceOrgID": "o-other" } });
    assert.equal(sourceOf(statement, settings), "own");
    assert.equal(sourceOf(statement, { ...settings, trustedOrganizations: ["o-own"] }), "wrong");
  });
});
