import { strict as assert } from "node:assert";
import { vpcNoDefault } from "../../../policies/network/vpcNoDefault";
import { brief, judge } from "../../support/policy";

describe("vpc-no-default", () => {
  for (const type of ["aws:ec2/defaultVpc:DefaultVpc", "aws:ec2/defaultSubnet:DefaultSubnet"]) {
    it(`refuses ${type}`, async () => {
      assert.deepEqual(brief(await judge(vpcNoDefault, { type })), ["violation "]);
    });
  }

  it("looks at no other type", () => {
    assert.equal("aws:ec2/vpc:Vpc" in vpcNoDefault.reads, false);
  });
});
