import { strict as assert } from "node:assert";
import { secret } from "../../support/analyzer";
import type { Analyzer, Sent, Told } from "../../support/analyzer";
import { unknown } from "../../support/policy";
import { probe } from "../../support/probe";

const brief = (told: readonly Told[]) => told.map(({ policy, level }) => `${level} ${policy}`);
const topic = (props: object): Sent => ({ type: "aws:sns/topic:Topic", props: { fifoTopic: true, ...props } });

describe("judging over the wire", function () {
  this.timeout(60_000);
  let analyzer: Analyzer;
  before(async () => {
    analyzer = await probe({ config: { "aws:allowedAccountIds": '["111111111111"]' } });
    await analyzer.configure();
  });
  after(() => analyzer.stop());

  it("says what is wrong, where, the value, the fix and where to read on", async () => {
    const [told] = await analyzer.analyze({ type: "aws:sqs/queue:Queue", props: { delaySeconds: 20 } });
    assert.equal(
      told?.message,
      "The delay is long at delaySeconds (20). Set `delaySeconds` to 10. https://example.com/probe",
    );
    assert.equal(told.description, "Queues must be small.");
    assert.equal(told.severity, 3);
  });

  it("reports an unknown value in its own words, once for the resource, never as the SDK does", async () => {
    const told = await analyzer.analyze({
      type: "aws:sqs/queue:Queue",
      props: { delaySeconds: unknown, name: unknown },
    });
    assert.deepEqual(brief(told), ["advisory probe-several"]);
    assert.match(told[0]?.message ?? "", /^Undecided: delaySeconds, name: its value is not known until the update\./);
    assert.match(told[0]?.message ?? "", /Waiting for it, too: probe-single\./);
  });

  it("judges what is inside a secret, and does not show it", async () => {
    const told = await analyzer.analyze(topic({ name: secret("bad") }));
    assert.deepEqual(brief(told), ["mandatory probe-several"]);
    assert.match(told[0]?.message ?? "", /^The name is bad at name \(\[redacted\]\)\./);
  });

  it("takes a control that breaks as a violation", async () => {
    const told = await analyzer.analyze(topic({ displayName: "x" }));
    assert.deepEqual(brief(told), ["mandatory probe-broken"]);
    assert.match(told[0]?.message ?? "", /could not read this resource: cannot read it/);
  });

  it("judges the stack by the outputs that a property is made of, on the resource it is about", async () => {
    const key: Sent = { type: "aws:kms/key:Key", name: "key", props: { arn: unknown } };
    const queue = (name: string, linked: boolean): Sent => ({
      type: "aws:sqs/queue:Queue",
      name,
      props: { kmsMasterKeyId: unknown },
      propertyDependencies: linked ? { kmsMasterKeyId: ["urn:pulumi:dev::shop::aws:kms/key:Key::key"] } : {},
    });
    const told = await analyzer.analyzeStack([key, queue("good", true), queue("lone", false)]);
    assert.deepEqual(brief(told), ["mandatory probe-whole", "advisory summary"]);
    assert.equal(told[0]?.urn, "urn:pulumi:dev::shop::aws:sqs/queue:Queue::lone");
    assert.match(told[1]?.message ?? "", /judged as dev \(dev\): 2 mandatory/);
    assert.match(told[1]?.message ?? "", /No control looks at: aws:kms\/key:Key\./);
  });

  it("knows what the component around a resource declares, and whose account the provider works in", async () => {
    const component = "urn:pulumi:dev::shop::container-delivery:index:ImageBuild::build";
    const statements = [{ actions: ["ecr:GetAuthorizationToken"], resources: [unknown] }];
    await analyzer.analyze({ type: "container-delivery:index:ImageBuild", urn: component, props: { statements } });
    const policy: Sent = { type: "aws:iam/rolePolicy:RolePolicy", props: { policy: unknown }, parent: component };
    const [told] = await analyzer.analyze({ ...policy, provider: { allowedAccountIds: '["222222222222"]' } });
    assert.match(told?.message ?? "", /intent ecr:GetAuthorizationToken, accounts 111111111111,222222222222/);
    const [other] = await analyzer.analyze({ ...policy, parent: `${component}-other` });
    assert.match(other?.message ?? "", /intent none, accounts 111111111111 /);
  });

  it("writes nothing but its port to the standard output", async () => {
    assert.equal(analyzer.stderr, "");
  });
});

describe("undecided findings over the wire", function () {
  this.timeout(60_000);
  it("are mandatory where the settings say so, and only for controls that are", async () => {
    const analyzer = await probe({ environment: { CONTAINER_DELIVERY_POLICIES_ON_UNKNOWN: "mandatory" } });
    await analyzer.configure();
    const told = await analyzer.analyze({
      type: "aws:sqs/queue:Queue",
      props: { delaySeconds: unknown, name: unknown },
    });
    assert.deepEqual(brief(told).sort(), ["advisory probe-single", "mandatory probe-several"]);
    await analyzer.stop();
  });
});
