import { strict as assert } from "node:assert";
import { Egress, endpointServices, natStrategy } from "../../../../infra/components/network/egress";

describe("egress", () => {
  const table: [Egress, string, string[]][] = [
    [Egress.Endpoints, "None", ["ecr.api", "ecr.dkr", "logs"]],
    [Egress.NatSingle, "Single", []],
    [Egress.NatPerZone, "OnePerAz", []],
    [Egress.Public, "None", []],
  ];
  for (const [egress, strategy, services] of table) {
    it(`${egress} takes NAT gateways "${strategy}" and ${services.length} interface endpoints`, () => {
      assert.equal(natStrategy(egress), strategy);
      assert.deepEqual(endpointServices(egress, []), services);
    });
  }

  it("adds endpoints once, in an order that does not depend on the caller's", () => {
    const services = endpointServices(Egress.Endpoints, ["ssm", "logs", "kms"]);
    assert.deepEqual(services, ["ecr.api", "ecr.dkr", "kms", "logs", "ssm"]);
  });
});
