import { strict as assert } from "node:assert";
import { Provider } from "@pulumi/aws/provider";
import { ComponentResource, runtime } from "@pulumi/pulumi";
import { surroundings } from "../../../../infra/components/shared/surroundings";
import { valueOf } from "../../../support/outputs";

describe("surroundings", () => {
  let calls: string[];
  beforeEach(async () => {
    calls = [];
    const newResource = ({ name, inputs }: runtime.MockResourceArgs) => ({ id: `${name}-id`, state: inputs });
    const call = ({ token, provider }: runtime.MockCallArgs) => {
      calls.push(`${token.split(":").pop()} ${/::(\w+)::/.exec(provider ?? "")?.[1] ?? "default"}`);
      return { partition: "aws", region: provider ? "us-east-1" : "eu-west-1", accountId: "123456789012" };
    };
    await runtime.setMocks({ newResource, call });
  });

  it("knows partition, region and account", async () => {
    assert.deepEqual(await valueOf(surroundings()), {
      partition: "aws",
      region: "eu-west-1",
      account: "123456789012",
    });
  });

  it("asks once, however many components want to know", async () => {
    await Promise.all([surroundings(), surroundings({}), surroundings()].map(valueOf));
    assert.deepEqual(calls.sort(), ["getCallerIdentity default", "getPartition default", "getRegion default"]);
  });

  it("asks the provider of the component, given or inherited", async () => {
    const provider = new Provider("other", { region: "us-east-1" });
    const parent = new ComponentResource("test:index:Parent", "parent", {}, { provider });
    const ways = [{ provider }, { providers: [provider] }, { providers: { aws: provider } }, { parent }];
    for (const opts of ways) assert.equal((await valueOf(surroundings(opts))).region, "us-east-1");
    assert.equal(calls.length, 3);
    assert.ok(
      calls.every((call) => call.endsWith(" other")),
      calls.join(),
    );
  });
});
