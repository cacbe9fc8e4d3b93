import { strict as assert } from "node:assert";
import { controls } from "../../policies/controls";
import { fault } from "../support/awsTypes";

describe("what controls read", function () {
  // The declarations of all nested types are one file of several megabytes.
  this.timeout(30_000);

  it("would be found missing", () => {
    assert.equal(fault("aws:ecr/repository:Repository", "imageScanningConfiguration.scanOnPush"), undefined);
    assert.match(fault("aws:ecr/repository:Repository", "imageScanningConfiguration.scan") ?? "", /no property scan /);
    assert.match(fault("aws:ecr/repository:Repository", "scanOnPush") ?? "", /no property scanOnPush/);
    assert.match(fault("aws:ecr/repo:Repo", "name") ?? "", /does not exist/);
    assert.match(fault("aws:ecr/repository:Repo", "name") ?? "", /spelt differently/);
  });

  for (const { id, reads } of controls) {
    it(`exists in @pulumi/aws: ${id}`, () => {
      const faults = Object.entries(reads)
        .filter(([type]) => type.startsWith("aws:"))
        .flatMap(([type, paths]) => [fault(type), ...paths.map((path) => fault(type, path))])
        .filter((each) => each !== undefined);
      assert.deepEqual(faults, []);
      const strange = Object.keys(reads).filter((type) => !/^(\*|aws:|pulumi:|container-delivery:)/.test(type));
      assert.deepEqual(strange, []);
    });
  }
});
