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

  const named = (name: string) => {
    const resource = resourceOf({ type, provider: {} });
    const provider = { ...resource.provider, name } as typeof resource.provider;
    return evaluate(pulumiNoDefaultProvider, { ...resource, provider }, contextOf(pulumiNoDefaultProvider));
  };

  for (const name of ["default", "default_7_48_0", "default_7_48_0-alpha_1"]) {
    it(`refuses ${name}, which the engine makes by itself`, async () => {
      assert.deepEqual(brief(await named(name)), ["violation "]);
    });
  }

  it("passes a provider of the program with a similar name", async () => {
    assert.deepEqual(await named("default-eu"), []);
  });
});
