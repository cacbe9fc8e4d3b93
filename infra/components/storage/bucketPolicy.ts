import { arn, bucket, objects } from "../shared/arns";
import type { Surroundings } from "../shared/arns";
import type { ResourceStatement } from "../shared/documents";

/** Prefixes of the log bucket, one per writer. */
export const logPrefixes = { s3: "s3/", loadBalancer: "load-balancer" } as const;

/** Refuses every request without TLS 1.2: a deny on the bucket alone would leave its objects open, and the reverse. */
export function transportStatements(where: Surroundings, name: string): ResourceStatement[] {
  const everything = { Principal: "*", Action: "s3:*", Resource: [bucket(where, name), objects(where, name)] } as const;
  return [
    {
      Sid: "DenyWithoutTls",
      Effect: "Deny",
      ...mutable(everything),
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
    {
      Sid: "DenyOldTls",
      Effect: "Deny",
      ...mutable(everything),
      Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } },
    },
  ];
}

const mutable = <T extends { readonly Resource: readonly string[] }>(statement: T) => ({
  ...statement,
  Resource: [...statement.Resource],
});

/** Lets S3 deliver the access logs of one bucket, and nothing else. */
export function accessLogStatement(where: Surroundings, logs: string, source: string): ResourceStatement {
  return {
    Sid: "ReceiveAccessLogs",
    Effect: "Allow",
    Principal: { Service: "logging.s3.amazonaws.com" },
    Action: "s3:PutObject",
    Resource: objects(where, logs, logPrefixes.s3),
    Condition: {
      StringEquals: { "aws:SourceAccount": where.account },
      ArnLike: { "aws:SourceArn": bucket(where, source) },
    },
  };
}

/** Lets load balancers of this account deliver their logs. */
export function loadBalancerLogStatement(where: Surroundings, logs: string): ResourceStatement {
  return {
    Sid: "ReceiveLoadBalancerLogs",
    Effect: "Allow",
    Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
    Action: "s3:PutObject",
    Resource: objects(where, logs, `${logPrefixes.loadBalancer}/AWSLogs/${where.account}/`),
    Condition: {
      StringEquals: { "aws:SourceAccount": where.account },
      ArnLike: { "aws:SourceArn": arn(where, "elasticloadbalancing", "loadbalancer/*") },
    },
  };
}
