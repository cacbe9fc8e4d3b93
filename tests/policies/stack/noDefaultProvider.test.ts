import { strict as assert } from "node:assert";
import { pulumiNoDefaultProvider } from "../../../policies/stack/noDefaultProvider";
import { brief, contextOf, judge, resourceOf } from "../../support/policy";
import { evaluate } from "../../../policies/shared/evaluate";

const type = "aws:s3/bucket:Bucket";

describe("pulumi-no-default-provider", () => {
  it("passes a provider that the program made", async () => {
    assert.deepEqual(await judge(pulumiNoDefaultProvider, { type, provider: {} }), []);
  });

  it("passes resources of other packages", async () => {
    assert.deepEqual(
      await judge(pulumiNoDefaultProvider, { type: "random:index/randomId:RandomId", provider: {} }),
      [],
    );
  });

  it("refuses the provider that the engine makes by itself", async () => {
    const resource = resourceOf({ type, provider: {} });
    const provider = { ...resource.provider, name: "default_7_48_0" } as typeof resource.provider;
    const findings = await evaluate(
      pulumiNoDefaultProvider,
      { ...resource, provider },
      contextOf(pulumiNoDefaultProvider),
    );
    assert.deepEqual(brief(findings), ["violation "]);
  });
});
