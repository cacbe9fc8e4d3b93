import { strict as assert } from "node:assert";
import { controls } from "../../../policies/controls";
import { Analyzer, secret } from "../../support/analyzer";
import type { Sent, Told } from "../../support/analyzer";
import { unknown } from "../../support/policy";

/** Every type that a control looks at, with every path it reads there. */
const paths = new Map<string, Set<string>>();
for (const { reads } of controls) {
  for (const [type, list] of Object.entries(reads)) {
    if (type === "*") continue;
    for (const path of list) paths.set(type, (paths.get(type) ?? new Set()).add(path));
  }
}

/** An object in which only `path` has a value, once in plain objects and once with a list at every step. */
function holding(path: string, value: unknown, inLists: boolean): Record<string, unknown> {
  return path.split(".").reduceRight<unknown>((inner, part, index) => {
    const object = { [part]: inner };
    return inLists && index > 0 ? [object] : object;
  }, value) as Record<string, unknown>;
}

const isSdkText = ({ message }: Told) => /can't run policy|can't be known during preview/.test(message);
// JavaScript's own words: a control read something without looking.
const isBroken = ({ message }: Told) => /is not a function|of undefined|of null|not iterable|call stack/.test(message);

describe("the pack over the wire", function () {
  this.timeout(240_000);
  let analyzer: Analyzer;
  before(async () => {
    analyzer = await Analyzer.start();
    await analyzer.configure({ all: "mandatory" });
  });
  after(() => analyzer.stop());

  it("announces every control", async () => {
    const announced = (await analyzer.info()).policiesList.map(({ name }) => name);
    assert.deepEqual(announced, ["settings", "summary", ...controls.map(({ id }) => id)]);
  });

  it("judges every type with any property unknown, in its own words and without breaking", async () => {
    for (const [type, list] of paths) {
      const variants = [...list].flatMap((path) => [holding(path, unknown, false), holding(path, unknown, true)]);
      const sent = variants.map((props, index): Sent => ({ type, name: `r${index}`, props }));
      const told = (await Promise.all(sent.map((each) => analyzer.analyze(each)))).flat();
      told.push(...(await analyzer.analyzeStack(sent)));
      const wrong = told.filter((each) => isSdkText(each) || isBroken(each));
      assert.deepEqual(
        wrong.map(({ policy, urn, message }) => [type, policy, urn, message]),
        [],
      );
    }
  });

  it("shows no secret value, whatever a control says about it", async () => {
    const value = "AKIAIOSFODNN7EXAMPLE";
    const sent: Sent[] = [
      {
        type: "aws:codebuild/project:Project",
        props: { environment: { environmentVariables: [{ name: "AWS_ACCESS_KEY_ID", value: secret(value) }] } },
      },
      {
        type: "aws:ecs/taskDefinition:TaskDefinition",
        props: {
          containerDefinitions: secret(JSON.stringify([{ name: "a", environment: [{ name: "DB_PASSWORD", value }] }])),
        },
      },
      { type: "aws:secretsmanager/secretVersion:SecretVersion", props: { secretString: value } },
      { type: "aws:ssm/parameter:Parameter", props: { name: "/db/password", type: "String", value: secret(value) } },
    ];
    for (const each of sent) {
      const told = await analyzer.analyze(each);
      assert.ok(told.length > 0, `${each.type} passes`);
      assert.ok(!told.some(({ message }) => message.includes(value)), `${each.type} shows the value`);
    }
  });

  it("keeps quiet on its standard streams", () => assert.equal(analyzer.stderr, ""));
});
