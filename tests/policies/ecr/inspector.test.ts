import { strict as assert } from "node:assert";
import { ecrInspector } from "../../../policies/ecr/inspector";
import { brief, judgeStack, stackOf, unknown } from "../../support/policy";

const registry = (scanType: string) => ({
  type: "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration",
  name: "registry",
  props: { scanType },
});
const enabler = (resourceTypes: unknown) => ({
  type: "aws:inspector2/enabler:Enabler",
  name: "enabler",
  props: { resourceTypes },
});

describe("ecr-inspector", () => {
  const cases: [behaviour: string, resources: Parameters<typeof stackOf>, expected: string[]][] = [
    ["passes enhanced scanning with Inspector", [registry("ENHANCED"), enabler(["EC2", "ECR"])], []],
    ["ignores basic scanning", [registry("BASIC")], []],
    ["refuses enhanced scanning without Inspector", [registry("ENHANCED")], ["violation scanType"]],
    ["refuses Inspector for other things", [registry("ENHANCED"), enabler(["EC2"])], ["violation scanType"]],
    ["cannot decide an unknown type", [registry(unknown)], ["undecided scanType"]],
    ["cannot decide unknown resource types", [registry("ENHANCED"), enabler(unknown)], ["undecided resourceTypes"]],
  ];
  for (const [behaviour, resources, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judgeStack(ecrInspector, stackOf(...resources))), expected);
    });
  }
});
