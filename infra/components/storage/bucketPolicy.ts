import { arn, bucket, objects } from "../shared/arns";
import type { Surroundings } from "../shared/arns";
import type { ResourceStatement } from "../shared/documents";

/** Prefixes of the log bucket, one per writer. */
export const logPrefixes = { s3: "s3/", loadBalancer: "load-balancer" } as const;

/** Refuses every request without TLS 1.2: a deny on the bucket alone would leave its objects open, and the reverse. */
export function transportStatements(where: Surroundings, name: string): ResourceStatement[] {
  const deny = (Sid: string, Condition: ResourceStatement["Condition"]): ResourceStatement => ({
    Sid,
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [bucket(where, name), objects(where, name)],
    Condition,
  });
  return [
    deny("DenyWithoutTls", { Bool: { "aws:SecureTransport": "false" } }),
    deny("DenyOldTls", { NumericLessThan: { "s3:TlsVersion": "1.2" } }),
  ];
}

/** What the log bucket admits: logs of one bucket and, when asked, of load balancers. */
export function logStatements(
  where: Surroundings,
  logs: string,
  source: string,
  acceptLoadBalancerLogs = false,
): ResourceStatement[] {
  return [
    ...transportStatements(where, logs),
    accessLogStatement(where, logs, source),
    ...(acceptLoadBalancerLogs ? [loadBalancerLogStatement(where, logs)] : []),
  ];
}

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
