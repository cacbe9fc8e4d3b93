import { strict as assert } from "node:assert";
import { Analyzer, secret } from "../../support/analyzer";
import type { Sent, Told } from "../../support/analyzer";
import { unknown } from "../../support/policy";
import { probe } from "../../support/probe";

const brief = (told: readonly Told[]) => told.map(({ policy, level }) => `${level} ${policy}`);
const topic = (props: object): Sent => ({ type: "aws:sns/topic:Topic", props: { fifoTopic: true, ...props } });

describe("remediation over the wire", function () {
  this.timeout(60_000);
  const sent = topic({ fifoTopic: false, name: unknown, kmsMasterKeyId: secret("alias/x") });

  it("is off by default", async () => {
    const analyzer = await probe();
    await analyzer.configure();
    assert.deepEqual(await analyzer.remediate(sent), []);
    await analyzer.stop();
  });

  it("changes what the control names and keeps unknowns and secrets, with one switch", async () => {
    const analyzer = await probe();
    await analyzer.configure({ settings: { remediate: true } });
    assert.deepEqual(await analyzer.remediate(sent), [
      {
        policy: "probe-corrected",
        properties: { fifoTopic: true, name: unknown, kmsMasterKeyId: secret("alias/x") },
      },
    ]);
    assert.deepEqual(brief(await analyzer.analyze(sent)), ["mandatory probe-corrected", "advisory probe-several"]);
    await analyzer.stop();
  });

  it("is switched on for one control by its level", async () => {
    const analyzer = await probe();
    await analyzer.configure({ "probe-corrected": "remediate" });
    assert.equal((await analyzer.remediate(sent)).length, 1);
    assert.deepEqual(await analyzer.remediate({ type: "aws:sqs/queue:Queue", props: {} }), []);
    await analyzer.stop();
  });

  it("is nothing where nothing would change", async () => {
    const analyzer = await Analyzer.start();
    await analyzer.configure({ settings: { remediate: true } });
    const balancer = (props: object): Sent => ({ type: "aws:lb/loadBalancer:LoadBalancer", props });
    const right = { dropInvalidHeaderFields: true, enableDeletionProtection: true };
    assert.deepEqual(await analyzer.remediate(balancer(right)), []);
    assert.deepEqual(
      (await analyzer.remediate(balancer({}))).map(({ policy }) => policy),
      ["alb-drop-headers"],
    );
    await analyzer.stop();
  });

  it("corrects nothing but what is safe, one after the other, and leaves secrets secret", async () => {
    const analyzer = await Analyzer.start({ stack: "prod" });
    const values = { owner: "platform", env: "prod" };
    await analyzer.configure({
      settings: { remediate: true },
      "ecr-tags": { required: ["owner"], values },
      "tags-required": { required: ["env"], values },
    });
    const repository: Sent = {
      type: "aws:ecr/repository:Repository",
      props: { name: "images", forceDelete: true, imageTagMutability: "MUTABLE", tags: { note: secret("hidden") } },
    };
    const told = await analyzer.remediate(repository);
    assert.deepEqual(
      told.map(({ policy }) => policy),
      ["ecr-scan-on-push", "ecr-tags", "tags-required"],
    );
    assert.deepEqual(told.at(-1)?.properties, {
      ...repository.props,
      imageScanningConfiguration: { scanOnPush: true },
      tags: { note: secret("hidden"), ...values },
    });
    await analyzer.stop();
  });

  it("leaves everything as it is while a setting is wrong", async () => {
    const analyzer = await probe({ config: { "container-delivery-policies:profle": "strict" } });
    await analyzer.configure({ settings: { remediate: true } });
    assert.deepEqual(await analyzer.remediate(sent), []);
    await analyzer.stop();
  });
});
