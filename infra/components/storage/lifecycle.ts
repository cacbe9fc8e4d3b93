import type * as aws from "@pulumi/aws";

type Rules = aws.types.input.s3.BucketLifecycleConfigurationRule[];

const abandonedUploadDays = 7;

/** What S3 removes by itself: objects after their time, replaced versions sooner, abandoned uploads soonest. */
export function lifecycleRules(expirationDays: number, noncurrentDays: number): Rules {
  return [
    {
      id: "expire-objects",
      status: "Enabled",
      filter: { prefix: "" },
      expiration: { days: expirationDays },
      noncurrentVersionExpiration: { noncurrentDays },
    },
    {
      id: "abort-abandoned-uploads",
      status: "Enabled",
      filter: { prefix: "" },
      abortIncompleteMultipartUpload: { daysAfterInitiation: abandonedUploadDays },
    },
  ];
}
