import { strict as assert } from "node:assert";
import { unknown } from "../../support/policy";
import { allowing, judged, key } from "./usedKey";

describe("encrypted volumes of an Auto Scaling group", () => {
  const roleArn =
    "arn:aws:iam::123456789012:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";
  const template = {
    type: "aws:ec2/launchTemplate:LaunchTemplate",
    name: "template",
    props: { blockDeviceMappings: [{ ebs: { kmsKeyId: unknown } }] },
    dependsOn: { blockDeviceMappings: ["key"] },
  };
  const group = {
    type: "aws:autoscaling/group:Group",
    name: "group",
    props: { launchTemplate: { id: unknown } },
    dependsOn: { launchTemplate: ["template"] },
  };
  const letting = (Principal: unknown) => ({ ...allowing("", ["kms:Decrypt", "kms:CreateGrant"]), Principal });
  const refused = ["violation autoscaling.amazonaws.com"];

  it("need the group's service-linked role in the key's policy", async () => {
    assert.deepEqual(await judged(key(), template, group), refused);
    assert.deepEqual(await judged(key(letting({ AWS: "arn:aws:iam::123456789012:role/x" })), template, group), refused);
    assert.deepEqual(await judged(key(letting({ AWS: roleArn })), template, group), []);
  });

  it("take a grant instead", async () => {
    const grant = (granteePrincipal: string) => ({
      type: "aws:kms/grant:Grant",
      name: "grant",
      props: { keyId: unknown, granteePrincipal },
      dependsOn: { keyId: ["key"] },
    });
    assert.deepEqual(await judged(key(), template, group, grant(roleArn)), []);
    assert.deepEqual(await judged(key(), template, group, grant(unknown)), []);
    assert.deepEqual(await judged(key(), template, group, grant("arn:aws:iam::123456789012:role/x")), refused);
  });

  it("are nobody's while no group starts machines from the template", async () => {
    assert.deepEqual(await judged(key(), template), []);
    assert.deepEqual(await judged(key(), { ...template, props: { blockDeviceMappings: unknown } }, group), []);
  });
});
