import { strict as assert } from "node:assert";
import { albMultiAz } from "../../../policies/elb/multiAz";
import { brief, judge, judgeStack, stackOf, unknown } from "../../support/policy";

const type = "aws:lb/loadBalancer:LoadBalancer";

describe("alb-multi-az", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes two subnets that are not known yet", { subnets: [unknown, unknown] }, []],
    ["passes two mappings", { subnetMappings: [{ subnetId: "subnet-1" }, { subnetId: "subnet-2" }] }, []],
    ["refuses one subnet", { subnets: ["subnet-1"] }, ["violation subnets"]],
    ["refuses no subnet", {}, ["violation subnetMappings"]],
    ["leaves a list that is not known yet to the whole stack", { subnets: unknown }, []],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(albMultiAz, { type, props })), expected);
    });
  }

  it("judges the other spelling of the type alike", async () => {
    const findings = await judge(albMultiAz, {
      type: "aws:alb/loadBalancer:LoadBalancer",
      props: { subnets: ["subnet-1"] },
    });
    assert.deepEqual(brief(findings), ["violation subnets"]);
  });

  const subnet = (name: string, availabilityZone: string) =>
    ({ type: "aws:ec2/subnet:Subnet", name, props: { availabilityZone } }) as const;
  const balanced = { type, name: "lb", props: { subnets: [unknown, unknown] }, dependsOn: { subnets: ["a", "b"] } };

  it("passes subnets of two zones", async () => {
    const stack = stackOf(subnet("a", "eu-west-1a"), subnet("b", "eu-west-1b"), balanced);
    assert.deepEqual(brief(await judgeStack(albMultiAz, stack)), []);
  });

  const listed = { ...balanced, props: { subnets: unknown } };

  it("judges a list that is not known yet by the subnets that it is made of", async () => {
    const apart = stackOf(subnet("a", "eu-west-1a"), subnet("b", "eu-west-1b"), listed);
    assert.deepEqual(brief(await judgeStack(albMultiAz, apart)), []);
    const together = stackOf(subnet("a", "eu-west-1a"), subnet("b", "eu-west-1a"), listed);
    assert.deepEqual(brief(await judgeStack(albMultiAz, together)), ["violation subnets"]);
  });

  it("cannot decide a list of which nothing is known", async () => {
    const stack = stackOf({ ...listed, dependsOn: {} });
    assert.deepEqual(brief(await judgeStack(albMultiAz, stack)), ["undecided subnets"]);
  });

  it("refuses two subnets of one zone", async () => {
    const stack = stackOf(subnet("a", "eu-west-1a"), subnet("b", "eu-west-1a"), balanced);
    assert.deepEqual(brief(await judgeStack(albMultiAz, stack)), ["violation subnets"]);
  });
});
