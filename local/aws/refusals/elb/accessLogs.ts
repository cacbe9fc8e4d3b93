import { show } from "../checks";
import type { Call, Refusal } from "../contract";
import { isUnchanged, textAt, valueAt, valuesAt } from "../paths";
import { parsePolicy, statementsOf, texts } from "../policyText";
import { find, names, stored } from "../references";
import { refusal } from "../rules";
import { bucketType } from "../s3/bucket";

const code = "InvalidConfigurationRequest";
const encryptionType = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";

/**
 * Elastic Load Balancing writes a test object when logs are switched on: the bucket must exist, let it write, and
 * not be encrypted with a KMS key.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 */
export function refuseAccessLogs(call: Call): Refusal[] {
  return ["accessLogs", "connectionLogs", "healthCheckLogs"].flatMap((kind) => {
    const name = textAt(call.inputs, `${kind}.bucket`);
    const isOn = valueAt(call.inputs, `${kind}.enabled`) === true;
    if (name === undefined || !isOn || isUnchanged(call, kind)) return [];
    const problem = bucketProblem(call, name);
    if (problem === undefined) return [];
    const at = `${kind}.bucket`;
    return [
      refusal(code, at, `${at} is ${show(name)}: access denied for bucket. Please check the S3 bucket: ${problem}.`),
    ];
  });
}

function bucketProblem(call: Call, name: string): string | undefined {
  const bucket = find(call, [bucketType], name);
  if (bucket === undefined) return "there is no such bucket; create it first";
  const known = names(bucket);
  const policies = stored(call, "aws:s3/bucketPolicy:BucketPolicy").filter((one) =>
    known.includes(String(one.inputs.bucket)),
  );
  const encryption = stored(call, encryptionType).filter((one) => known.includes(String(one.inputs.bucket)));
  const algorithms = encryption.flatMap(({ inputs }) =>
    ["rule", "rules[]"].flatMap((path) => valuesAt(inputs, `${path}.applyServerSideEncryptionByDefault.sseAlgorithm`)),
  );
  if (algorithms.some(({ value }) => String(value).startsWith("aws:kms")))
    return "its default encryption is a KMS key, and load balancers write with SSE-S3 (AES256) only";
  const inline = valueAt(bucket.inputs, "policy");
  const documents = [...policies.map((one) => one.inputs.policy), ...(inline === undefined ? [] : [inline])];
  if (documents.some(allowsWriting)) return undefined;
  return "its policy must allow s3:PutObject to Service logdelivery.elasticloadbalancing.amazonaws.com (and exist before the load balancer)";
}

/** Undecidable documents count as allowing. */
function allowsWriting(document: unknown): boolean {
  const policy = parsePolicy(document);
  if (policy === undefined) return true;
  return statementsOf(policy).some(
    ({ Effect: effect, Action: actions }) =>
      effect === "Allow" && texts(actions).some((action) => /^(\*|s3:\*|s3:Put(Object|\*))/i.test(action)),
  );
}
