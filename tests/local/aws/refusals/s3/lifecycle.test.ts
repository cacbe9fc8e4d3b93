import { stored, table } from "../support";

const rule = { id: "old", status: "Enabled", expiration: { days: 90 } };

describe("s3/lifecycle", () => {
  table({
    type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    base: { bucket: "artifacts", rules: [rule] },
    store: [stored("aws:s3/bucket:Bucket", "artifacts", { bucket: "artifacts" })],
    accepts: {
      "transitions before expiry": {
        "rules[0].transitions": [
          { days: 30, storageClass: "STANDARD_IA" },
          { days: 60, storageClass: "GLACIER" },
        ],
      },
      "old versions only": {
        rules: [{ id: "v", status: "Enabled", noncurrentVersionExpiration: { noncurrentDays: 7 } }],
      },
      "unfinished uploads": {
        rules: [{ id: "u", status: "Enabled", abortIncompleteMultipartUpload: { daysAfterInitiation: 1 } }],
      },
    },
    refuses: {
      "a bucket that is not there": [{ bucket: "nope" }, "NoSuchBucket"],
      "another status": [{ "rules[0].status": "On" }, "MalformedXML", "Enabled, Disabled"],
      "a rule that does nothing": [{ "rules[0].expiration": undefined }, "MalformedXML", "does nothing"],
      "an id used twice": [{ rules: [rule, rule] }, "InvalidArgument", "must be unique"],
      "days and a date": [{ "rules[0].expiration.date": "2030-01-01T00:00:00Z" }, "MalformedXML", "keep one"],
      "an early transition": [
        { "rules[0].transitions": [{ days: 7, storageClass: "STANDARD_IA" }] },
        "InvalidArgument",
        "30 days or more",
      ],
      "expiry before the transition": [
        { "rules[0].transitions": [{ days: 90, storageClass: "GLACIER" }] },
        "InvalidArgument",
        "must be greater",
      ],
      "another class": [{ "rules[0].transitions": [{ days: 30, storageClass: "COLD" }] }, "MalformedXML", "GLACIER"],
    },
  });
});
