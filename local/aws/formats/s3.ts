import type { Format, Formats, Subject } from "./subject";
import { hex, nameOf, text } from "./subject";

/** Hosted zones of S3 website endpoints (AWS General Reference); other regions get the first. */
const ZONES: Readonly<Record<string, string>> = {
  "eu-west-1": "Z1BKCTXD74EZPE",
  "eu-central-1": "Z21DNDUVLTQW6Q",
  "us-east-1": "Z3AQBSTGFYJSTF",
  "us-west-2": "Z3BJ6K6RIION7M",
};

function bucket(subject: Subject): ReturnType<Format> {
  const name = nameOf(subject, "bucket");
  return {
    id: name,
    bucket: name,
    arn: `arn:${subject.partition}:s3:::${name}`,
    bucketDomainName: `${name}.s3.amazonaws.com`,
    bucketRegionalDomainName: `${name}.s3.${subject.region}.amazonaws.com`,
    bucketRegion: subject.region,
    hostedZoneId: ZONES[subject.region] ?? "Z1BKCTXD74EZPE",
    requestPayer: "BucketOwner",
    websiteDomain: "",
    websiteEndpoint: "",
  };
}

const partOfBucket: Format = (subject) => ({ id: text(subject, "bucket") });

const object: Format = (subject) => {
  const key = text(subject, "key");
  const name = text(subject, "bucket");
  return {
    id: `${name}/${key}`,
    arn: `arn:${subject.partition}:s3:::${name}/${key}`,
    etag: hex(subject, 32, JSON.stringify(subject.inputs)),
    versionId: hex(subject, 32, "version"),
    contentType: "application/octet-stream",
    storageClass: "STANDARD",
  };
};

export const s3: Formats = {
  "s3/bucket": bucket,
  "s3/bucketV2": bucket,
  "s3/bucketObject": object,
  "s3/bucketObjectv2": object,
  ...Object.fromEntries(
    [
      "AccelerateConfigurationV2",
      "Acl",
      "CorsConfiguration",
      "LifecycleConfiguration",
      "Logging",
      "Notification",
      "OwnershipControls",
      "Policy",
      "PublicAccessBlock",
      "ReplicationConfig",
      "RequestPaymentConfiguration",
      "ServerSideEncryptionConfiguration",
      "Versioning",
      "WebsiteConfiguration",
    ].map((part) => [`s3/bucket${part}`, partOfBucket]),
  ),
};
