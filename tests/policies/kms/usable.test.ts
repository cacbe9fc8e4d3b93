import { strict as assert } from "node:assert";
import { kmsUsable } from "../../../policies/kms/usable";
import { brief, judgeStack, stackOf, unknown } from "../../support/policy";
import { alarm, allowing, encryptedTopic, eventTarget, judged, key, keyType, logGroup } from "./usedKey";

describe("kms-usable", () => {
  const logs = "logs.eu-west-1.amazonaws.com";

  it("passes a log group whose service is let in", async () => {
    assert.deepEqual(await judged(key(allowing(logs)), logGroup), []);
  });

  it("passes rights in several statements", async () => {
    const halves = [allowing(logs, ["kms:Decrypt"]), allowing(logs, ["kms:GenerateDataKey*"])];
    assert.deepEqual(await judged(key(...halves), logGroup), []);
    assert.deepEqual(await judged(key(halves[0] as object), logGroup), ["violation logs.amazonaws.com"]);
  });

  it("refuses a log group whose service is not let in", async () => {
    assert.deepEqual(await judged(key(allowing("sns.amazonaws.com")), logGroup), ["violation logs.amazonaws.com"]);
  });

  it("refuses a service that may not decrypt", async () => {
    const stack = [key(allowing(logs, ["kms:DescribeKey"])), logGroup];
    assert.deepEqual(await judged(...stack), ["violation logs.amazonaws.com"]);
  });

  it("compares the log group with the encryption context", async () => {
    const context = (group: string) => ({
      ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:eu-west-1:123456789012:${group}` },
    });
    const named = { ...logGroup, props: { kmsKeyId: unknown, name: "/shop/app" } };
    for (const group of ["*", "log-group:*", "log-group:/shop/*", "log-group:/shop/app"]) {
      assert.deepEqual(await judged(key(allowing(logs, undefined, context(group))), named), [], group);
    }
    const other = key(allowing(logs, undefined, context("log-group:/other/*")));
    assert.deepEqual(await judged(other, named), ["violation logs.amazonaws.com"]);
    const fitting = { ...named, name: "fitting", props: { ...named.props, name: "/other/app" } };
    assert.deepEqual(await judged(other, named, fitting), ["violation logs.amazonaws.com"]);
  });

  it("tells one service once", async () => {
    assert.deepEqual(await judged(key(), logGroup, { ...logGroup, name: "more" }), ["violation logs.amazonaws.com"]);
  });

  it("does not take everybody of an account for a service", async () => {
    const everybody = (Condition?: object) => ({ ...allowing(logs), Principal: "*", ...(Condition && { Condition }) });
    assert.deepEqual(await judged(key(everybody()), logGroup), []);
    const ofAccount = { StringEquals: { "kms:CallerAccount": "123456789012" } };
    assert.deepEqual(await judged(key(everybody(ofAccount)), logGroup), ["violation logs.amazonaws.com"]);
  });

  it("sees a denial that meets services, too", async () => {
    const denial = (Condition: object) => ({
      Effect: "Deny",
      Principal: "*",
      Action: "kms:*",
      Resource: "*",
      Condition,
    });
    const outside = { StringNotEquals: { "aws:PrincipalOrgID": "o-1" } };
    assert.deepEqual(await judged(key(allowing(logs), denial(outside)), logGroup), ["violation logs.amazonaws.com"]);
    const spared = { ...outside, Bool: { "aws:PrincipalIsAWSService": "false" } };
    assert.deepEqual(await judged(key(allowing(logs), denial(spared)), logGroup), []);
  });

  it("wants no condition on the source where EventBridge publishes to an encrypted topic", async () => {
    const sourced = { StringEquals: { "aws:SourceAccount": "123456789012" } };
    const [cloudwatch, events] = ["cloudwatch.amazonaws.com", "events.amazonaws.com"];
    const careful = key(allowing(cloudwatch, undefined, sourced), allowing(events, undefined, sourced));
    assert.deepEqual(await judged(careful, encryptedTopic, alarm), []);
    assert.deepEqual(await judged(careful, encryptedTopic, eventTarget), [`violation ${events}`]);
    assert.deepEqual(await judged(key(allowing(events)), encryptedTopic, eventTarget), []);
  });

  it("follows an alias of the key", async () => {
    const alias = { type: "aws:kms/alias:Alias", name: "alias", dependsOn: { targetKeyId: ["key"] } };
    const byAlias = { ...logGroup, dependsOn: { kmsKeyId: ["alias"] } };
    assert.deepEqual(await judged(key(), { ...alias, props: { targetKeyId: unknown } }, byAlias), [
      "violation logs.amazonaws.com",
    ]);
  });

  it("reads the policy from a policy resource", async () => {
    const { props } = key(allowing(logs));
    const policy = {
      type: "aws:kms/keyPolicy:KeyPolicy",
      name: "policy",
      props: { ...props, keyId: unknown },
      dependsOn: { keyId: ["key"] },
    };
    assert.deepEqual(await judged({ type: keyType, name: "key", props: {} }, policy, logGroup), []);
  });

  it("cannot decide what an unknown part of the policy may allow", async () => {
    const open = (part: object) => judgeStack(kmsUsable, stackOf(key({ ...allowing(logs), ...part }), logGroup));
    assert.deepEqual(brief(await open({ Principal: { Service: unknown } })), [
      "undecided policy.Statement[0].Principal.Service",
    ]);
    assert.deepEqual(brief(await open({ Action: ["kms:Decrypt", unknown] })), [
      "undecided policy.Statement[0].Action[1]",
    ]);
    assert.deepEqual(brief(await open({ Effect: unknown })), ["undecided policy.Statement[0].Effect"]);
    assert.deepEqual(brief(await open({ Principal: { Service: [unknown, logs] } })), []);
    assert.deepEqual(await judged({ type: keyType, name: "key", props: { policy: unknown } }, logGroup), [
      "undecided ",
    ]);
  });
});
