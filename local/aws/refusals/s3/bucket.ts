import { fields } from "../checks";
import type { Call, Refusal } from "../contract";
import { unique } from "../duplicates";
import { listAt, textAt } from "../paths";
import { parsePolicy, statementsOf, texts } from "../policyText";
import { policy, policyPrincipalsExist, policySize } from "../policyRules";
import { exists, names, self, stored } from "../references";
import type { RuleTable } from "../rules";

export const bucketType = "aws:s3/bucket:Bucket";

/** A rule table entry's existence rule for everything that is set on a bucket. */
export const bucketExists = exists("NoSuchBucket", "bucket", "bucket", bucketType);

export const bucketRules: RuleTable = {
  [bucketType]: {
    inputs: [fields("InvalidBucketName", { bucket: nameProblem, bucketPrefix: prefixProblem })],
    account: [unique("BucketAlreadyOwnedByYou", bucketType, "bucket", { key: "bucket", isGlobal: true })],
    removal: [refuseNotEmpty],
  },
  "aws:s3/bucketPolicy:BucketPolicy": {
    inputs: [policy("MalformedPolicy", "policy", "resource"), policySize("MalformedPolicy", "policy", 20480)],
    account: [bucketExists, policyPrincipalsExist("MalformedPolicy", "policy"), refuseForeignResource],
  },
};

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
export function nameProblem(name: unknown): string | undefined {
  if (typeof name !== "string") return undefined;
  if (name.length < 3 || name.length > 63) return `use 3 to 63 characters, it has ${name.length}`;
  if (!/^[a-z0-9][a-z0-9.-]*[a-z0-9]$/.test(name))
    return "use lower-case letters, digits, dots and hyphens, beginning and ending with a letter or digit";
  if (name.includes("..")) return "use no two dots in a row";
  if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) return "do not use the form of an IP address";
  if (/^(xn--|sthree-|amzn-s3-demo-)/.test(name)) return "do not begin with xn--, sthree- or amzn-s3-demo-";
  if (/(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/.test(name)) return "do not end with a suffix that S3 reserves";
  return undefined;
}

function prefixProblem(prefix: unknown): string | undefined {
  if (typeof prefix !== "string") return undefined;
  if (prefix.length > 37) return `use at most 37 characters, it has ${prefix.length}`;
  return nameProblem(`${prefix}000`);
}

function refuseNotEmpty(call: Call): Refusal[] {
  const bucket = self(call);
  if (bucket.inputs.forceDestroy === true) return [];
  const known = names(bucket);
  const objects = ["aws:s3/bucketObjectv2:BucketObjectv2", "aws:s3/objectCopy:ObjectCopy"]
    .flatMap((type) => stored(call, type))
    .filter((one) => known.includes(String(one.inputs.bucket)));
  const count = objects.length + (listAt(bucket.outputs, "__contents") ?? []).length;
  if (count === 0) return [];
  const message = `The bucket ${bucket.id} you tried to delete is not empty: it holds ${count} objects. Delete them first, or set forceDestroy to true and run up before the delete.`;
  return [{ code: "BucketNotEmpty", message, property: "forceDestroy" }];
}

/** S3 refuses a bucket policy that names another bucket's ARN as its resource. */
function refuseForeignResource(call: Call): Refusal[] {
  const bucket = textAt(call.inputs, "bucket");
  const document = parsePolicy(call.inputs.policy);
  if (bucket === undefined || document === undefined) return [];
  const resources = statementsOf(document).flatMap((statement) => texts(statement.Resource));
  const other = resources
    .map((resource) => /^arn:aws[a-z-]*:s3:::([^*?/]+)(\/.*)?$/.exec(resource)?.[1])
    .find((name) => name !== undefined && name !== bucket);
  if (other === undefined) return [];
  const message = `policy names the bucket ${other} as Resource and is set on ${bucket}: policy has invalid resource. Use arn:aws:s3:::${bucket}.`;
  return [{ code: "MalformedPolicy", message, property: "policy" }];
}
