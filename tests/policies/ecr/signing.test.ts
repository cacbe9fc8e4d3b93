import { strict as assert } from "node:assert";
import { ecrSigning } from "../../../policies/ecr/signing";
import { brief, judgeStack, stackOf, unknown } from "../../support/policy";

const repository = { type: "aws:ecr/repository:Repository", name: "app", props: { name: "shop/app" } };
const signing = (state: unknown, typeName = "AWS::ECR::SigningConfiguration") => ({
  type: "aws:cloudcontrol/resource:Resource",
  name: "signing",
  props: { typeName, desiredState: state },
});
const filters = (...names: string[]) =>
  JSON.stringify({ Rules: [{ RepositoryFilters: names.map((Filter) => ({ Filter, FilterType: "WILDCARD_MATCH" })) }] });

describe("ecr-signing", () => {
  const cases: [behaviour: string, resources: Parameters<typeof stackOf>, expected: string[]][] = [
    ["passes a filter that fits", [repository, signing(filters("other/*", "shop/*"))], []],
    ["passes a filter that fits everything", [repository, signing(filters("*"))], []],
    ["refuses no signing", [repository], ["violation "]],
    ["refuses a filter that only is contained in the name", [repository, signing(filters("shop"))], ["violation "]],
    ["ignores other resources of Cloud Control", [repository, signing("{}", "AWS::ECR::Repository")], ["violation "]],
    ["cannot decide an unknown configuration", [repository, signing(unknown)], ["undecided desiredState"]],
  ];
  for (const [behaviour, resources, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judgeStack(ecrSigning, stackOf(...resources))), expected);
    });
  }
});
