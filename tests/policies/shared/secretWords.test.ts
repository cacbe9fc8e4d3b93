import { strict as assert } from "node:assert";
import { controls } from "../../../policies/controls";
import { evaluate } from "../../../policies/shared/evaluate";
import { tellsSecret } from "../../../policies/shared/secretWords";
import { contextOf, resourceOf } from "../../support/policy";

const marker = "MarkerOfASecret";

/** An object in which only `path` has a value. */
function holding(path: string, value: unknown): object {
  return path.split(".").reduceRight<unknown>((inner, part) => ({ [part]: inner }), value) as object;
}

describe("what the program marked as secret", () => {
  const resource = resourceOf({
    type: "x",
    props: { open: "shown", hidden: { deep: marker }, text: `{"a":"${marker}2"}` },
    secrets: ["hidden", "text"],
  });

  it("is found in a message, whole or cut, in any case", () => {
    assert.equal(tellsSecret(resource, [`it has ${marker.toLowerCase()} in it`]), true);
    assert.equal(tellsSecret(resource, [undefined, `${marker}2`]), true);
    assert.equal(tellsSecret(resource, ["it was shown"]), false);
    const document = { type: "x", props: { policy: '{"Resource":"*","Effect":"Allow"}' }, secrets: ["policy"] };
    assert.equal(tellsSecret(resourceOf(document), ["Allow the resource"]), false);
    assert.equal(tellsSecret({ ...resource, secrets: new Set() }, [marker]), false);
  });

  const texts = [
    marker,
    `${marker} {`,
    `{"Statement":[{"Sid":"${marker}","Effect":"Allow","Principal":"*","Action":"${marker}:*","Resource":"${marker}"}]}`,
    `{"Statement":[{"Effect":"Allow","Principal":{"Federated":"${marker}"},"NotAction":"${marker}:*","NotResource":"*"}]}`,
    `[{"name":"${marker}","image":"${marker}/x","environment":[{"name":"DB_PASSWORD","value":"${marker}"}]}]`,
  ];
  for (const control of controls.filter(({ check }) => check)) {
    it(`never stands in what ${control.id} says`, async () => {
      for (const [type, paths] of Object.entries(control.reads)) {
        for (const [path, text] of paths.flatMap((each) => texts.map((one) => [each, one] as const))) {
          const props = holding(path, text);
          const described = { type, props, secrets: Object.keys(props) };
          for (const finding of await evaluate(control, resourceOf(described), contextOf(control))) {
            // `shown` is replaced by path where findings are weighed.
            const { what, fix, detail } = finding;
            assert.ok(!`${what}${fix}${detail}`.toLowerCase().includes("markerofas"), `${what} ${fix}`);
          }
        }
      }
    });
  }
});
