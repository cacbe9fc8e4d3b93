import { strict as assert } from "node:assert";
import { terraform } from "./terraform";

const bucket = { type: "aws:s3/bucket:Bucket", name: "shop-artifacts", props: { bucket: "shop" } };

describe("the resources as Terraform has them", () => {
  it("name types and properties in small letters", () => {
    const group = { type: "aws:ec2/securityGroup:SecurityGroup", name: "it", props: { vpcId: "vpc-1" } };
    assert.equal(terraform([group]), 'resource "aws_security_group" "it" {\nvpc_id = "vpc-1"\n}');
  });

  it("write objects and lists of objects as blocks", () => {
    const repository = {
      ...{ type: "aws:ecr/repository:Repository", name: "it" },
      props: {
        imageScanningConfiguration: { scanOnPush: true },
        encryptionConfigurations: [{ encryptionType: "KMS" }],
      },
    };
    const text = terraform([repository]);
    assert.match(text, /\nimage_scanning_configuration \{\nscan_on_push = true\n\}\n/);
    assert.match(text, /\nencryption_configuration \{\nencryption_type = "KMS"\n\}\n/);
  });

  it("write documents as JSON, and keep what looks like a template", () => {
    const policy = { Statement: [{ Resource: "arn:aws:s3:::shop/${aws:username}" }] };
    const text = terraform([{ type: "aws:s3/bucketPolicy:BucketPolicy", name: "it", props: { policy } }]);
    assert.match(
      text,
      /policy = jsonencode\(\{"Statement":\[\{"Resource":"arn:aws:s3:::shop\/\$\$\{aws:username\}"\}\]\}\)/,
    );
  });

  it("refer to each other", () => {
    const versioning = {
      ...{ type: "aws:s3/bucketVersioning:BucketVersioning", name: "it" },
      props: { bucket: "<shop-artifacts.id>", versioningConfiguration: { status: "Enabled" } },
    };
    assert.match(terraform([bucket, versioning]), /\nbucket = aws_s3_bucket\.shop_artifacts\.id\n/);
  });

  it("keep maps, whose keys are somebody else's", () => {
    const props = { configuration: { ProjectName: "shop" } };
    const text = terraform([{ type: "aws:codepipeline/pipeline:Pipeline", name: "it", props }]);
    assert.match(text, /configuration = \{"ProjectName":"shop"\}/);
  });
});
