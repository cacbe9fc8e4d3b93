import { createHash } from "node:crypto";
import type { TypeSchema } from "./schema";

export interface NameRule {
  readonly property: string;
  readonly maximum: number;
  readonly lowercase?: boolean;
  readonly prefix?: string;
}

/** AWS's limits where they are tighter than the provider's general 255 characters. */
const RULES: Readonly<Record<string, Partial<NameRule>>> = {
  "aws:s3/bucket:Bucket": { property: "bucket", maximum: 63, lowercase: true },
  "aws:s3/bucketV2:BucketV2": { property: "bucket", maximum: 63, lowercase: true },
  "aws:ecr/repository:Repository": { maximum: 256, lowercase: true },
  "aws:iam/role:Role": { maximum: 64 },
  "aws:iam/user:User": { maximum: 64 },
  "aws:iam/group:Group": { maximum: 128 },
  "aws:iam/policy:Policy": { maximum: 128 },
  "aws:iam/rolePolicy:RolePolicy": { maximum: 128 },
  "aws:iam/instanceProfile:InstanceProfile": { maximum: 128 },
  "aws:kms/alias:Alias": { maximum: 256, prefix: "alias/" },
  "aws:lambda/function:Function": { maximum: 64 },
  "aws:lb/loadBalancer:LoadBalancer": { maximum: 32 },
  "aws:alb/loadBalancer:LoadBalancer": { maximum: 32 },
  "aws:lb/targetGroup:TargetGroup": { maximum: 32 },
  "aws:alb/targetGroup:TargetGroup": { maximum: 32 },
  "aws:cloudwatch/eventRule:EventRule": { maximum: 64 },
  "aws:cloudwatch/logGroup:LogGroup": { maximum: 512 },
  "aws:codeconnections/connection:Connection": { maximum: 32 },
  "aws:codestarconnections/connection:Connection": { maximum: 32 },
  "aws:codestarnotifications/notificationRule:NotificationRule": { maximum: 64 },
  "aws:codepipeline/pipeline:Pipeline": { maximum: 100 },
  "aws:codebuild/project:Project": { maximum: 150 },
  "aws:sns/topic:Topic": { maximum: 256 },
  "aws:sqs/queue:Queue": { maximum: 80 },
  "aws:secretsmanager/secret:Secret": { maximum: 512 },
  "aws:wafv2/webAcl:WebAcl": { maximum: 128 },
  "aws:wafv2/ipSet:IpSet": { maximum: 128 },
};

export const NAMED_TYPES: readonly string[] = Object.keys(RULES);

/** Names that belong together with something else, or that the provider leaves to AWS. */
const NOT_NAMED = new Set(["aws:route53/record:Record", "aws:ec2/instance:Instance"]);

/** The property that is named automatically: an optional text input that always has a value afterwards. */
export function nameRule(schema: TypeSchema): NameRule | undefined {
  if (NOT_NAMED.has(schema.type)) return undefined;
  const rule: NameRule = { property: "name", maximum: 255, ...RULES[schema.type] };
  const input = schema.inputs[rule.property];
  const output = schema.outputs[rule.property];
  return input?.required === false && input.shape.kind === "string" && output?.optional === false ? rule : undefined;
}

export interface Autonaming {
  readonly mode: "propose" | "enforce" | "disable";
  readonly proposed: string;
}

const SUFFIX_LENGTH = 7;

/** As the provider does it: the resource's own name, a dash and seven hexadecimal digits. */
export function generateName(rule: NameRule, urn: string, seed: Uint8Array, autonaming?: Autonaming): string {
  const change = (name: string): string => (rule.prefix ?? "") + (rule.lowercase ? name.toLowerCase() : name);
  if (autonaming?.mode === "enforce") return checkLength(rule, change(autonaming.proposed));
  if (autonaming?.mode === "propose" && change(autonaming.proposed).length <= rule.maximum) {
    return change(autonaming.proposed);
  }
  const suffix = createHash("sha256").update(urn).update(seed).digest("hex").slice(0, SUFFIX_LENGTH);
  return checkLength(rule, change(`${logicalName(urn)}-${suffix}`));
}

export function logicalName(urn: string): string {
  return urn.slice(urn.lastIndexOf("::") + 2);
}

function checkLength(rule: NameRule, name: string): string {
  if (name.length <= rule.maximum) return name;
  throw new Error(
    `The generated name '${name}' has ${name.length} characters and AWS allows ${rule.maximum}. ` +
      `Shorten the resource's name, or set '${rule.property}'.`,
  );
}
