import { strict as assert } from "node:assert";
import { Analyzer, secret, urnOf } from "../../support/analyzer";
import type { Sent } from "../../support/analyzer";

const type = "aws:secretsmanager/secretVersion:SecretVersion";
const password = { type: "random:index/randomPassword:RandomPassword", name: "password", props: {} };
const version = (name: string, value: string, propertyDependencies: Sent["propertyDependencies"] = {}): Sent => ({
  type,
  name,
  // The SDK marks the value whatever the program passes.
  props: { secretString: secret(value) },
  propertyDependencies,
});

describe("where a secret's value comes from", function () {
  this.timeout(60_000);
  let analyzer: Analyzer;
  before(async () => {
    analyzer = await Analyzer.start({ config: { "shop:password": "configured" } });
    await analyzer.configure();
  });
  after(() => analyzer.stop());

  it("shows in the whole stack, although every value is marked", async () => {
    const sent = [
      password,
      version("literal", "hunter2"),
      version("given", "configured"),
      version("generated", "xK4-generated", { secretString: [urnOf(password)] }),
      version("read", "of another stack", { secretString: ["urn:pulumi:dev::shop::pulumi:pulumi:StackReference::a"] }),
    ];
    for (const each of sent) {
      const told = await analyzer.analyze(each);
      assert.ok(!told.some(({ policy }) => policy === "secret-inline"));
    }
    const told = (await analyzer.analyzeStack(sent)).filter(({ policy }) => policy === "secret-inline");
    assert.deepEqual(
      told.map(({ urn }) => urn.split("::").pop()),
      ["literal"],
    );
    assert.ok(!told.some(({ message }) => message.includes("hunter2")));
  });

  it("is no question for a parameter of type String, whose mark says nothing", async () => {
    const props = { type: "String", value: secret("blue") };
    const sent = { type: "aws:ssm/parameter:Parameter", name: "stage", props };
    const told = [...(await analyzer.analyze(sent)), ...(await analyzer.analyzeStack([sent]))];
    assert.ok(!told.some(({ policy }) => policy === "ssm-secure"));
  });
});
