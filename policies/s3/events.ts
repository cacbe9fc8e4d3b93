import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { bucketTypes, reads } from "../shared/tokens";

const notificationType = "aws:s3/bucketNotification:BucketNotification";

const what = "Nothing announces changes of the bucket";
const fix = "Create an `aws.s3.BucketNotification` for it.";

export const s3Events: Control = {
  id: "s3-events",
  title: "Buckets announce changes",
  description: "S3 buckets should announce changes.",
  severity: "low",
  levels: { dev: "disabled", prod: "disabled" },
  references: elsewhere({ securityHub: "S3.11", controlTower: "CT.S3.PR.4", checkov: "CKV2_AWS_62" }),
  remediationSteps:
    "Create an `aws.s3.BucketNotification` for the bucket. Off by default: switch it on for a framework that asks for it.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html",
  reads: { ...reads(bucketTypes), ...reads([notificationType], "eventbridge", "queues", "topics", "lambdaFunctions") },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(...bucketTypes), (bucket) => {
      const separate = stack.linked([notificationType], "bucket", bucket);
      if (separate.length === 0) report.violation({ at: "", what, fix });
      report.eachResource(separate, ({ props }) => {
        const ways = ["queues", "topics", "lambdaFunctions"].map((way) => props.at(way));
        const announced =
          props.at("eventbridge").boolean() === true || ways.some((way) => way.isUnknown || way.items().length > 0);
        if (!announced) report.violation({ at: "eventbridge", what, fix });
      });
    });
  },
};
