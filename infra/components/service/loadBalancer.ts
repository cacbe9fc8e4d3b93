import { Listener } from "@pulumi/aws/lb/listener";
import { LoadBalancer } from "@pulumi/aws/lb/loadBalancer";
import { WebAclAssociation } from "@pulumi/aws/wafv2/webAclAssociation";
import type { ComponentResource, Input } from "@pulumi/pulumi";
import { mergeTags } from "../shared/tags";

/** How clients reach the service. */
export interface LoadBalancerArgs {
  /** Address ranges that may connect. Defaults to everywhere for a public load balancer, 10.0.0.0/8 for an internal one. */
  readonly ingressCidrBlocks?: string[];
  /** Name of a bucket for access logs, encrypted with S3's own keys. Defaults to no access logs. */
  readonly accessLogBucketName?: Input<string>;
  /** Prefix of the access logs in the bucket. Defaults to none. */
  readonly accessLogPrefix?: Input<string>;
  /** Whether the load balancer is protected from deletion. Defaults to true. */
  readonly deletionProtection?: Input<boolean>;
  /** ARN of a web ACL (WAF) in front of the load balancer. Defaults to none. */
  readonly webAclArn?: Input<string>;
  /** Seconds that a stopping task may still answer. Defaults to 30. */
  readonly deregistrationDelaySeconds?: Input<number>;
}

export interface LoadBalancerDefinition {
  readonly physicalName: string;
  readonly internetFacing: boolean;
  readonly subnetIds: Input<Input<string>[]>;
  readonly securityGroupId: Input<string>;
  readonly certificateArn: Input<string>;
  readonly args: LoadBalancerArgs;
  readonly tags: Input<Record<string, Input<string>>>;
}

export interface Entrance {
  readonly loadBalancer: LoadBalancer;
  readonly https: Listener;
}

/** An application load balancer that speaks TLS 1.2 and newer, and sends everything else there. */
export function createEntrance(name: string, definition: LoadBalancerDefinition, parent: ComponentResource): Entrance {
  const { internetFacing, args, tags } = definition;
  const loadBalancer = new LoadBalancer(
    `${name}-load-balancer`,
    {
      name: definition.physicalName,
      loadBalancerType: "application",
      internal: !internetFacing,
      subnets: definition.subnetIds,
      securityGroups: [definition.securityGroupId],
      dropInvalidHeaderFields: true,
      desyncMitigationMode: "defensive",
      xffHeaderProcessingMode: "append",
      enableDeletionProtection: args.deletionProtection ?? true,
      idleTimeout: 60,
      accessLogs:
        args.accessLogBucketName === undefined
          ? undefined
          : { bucket: args.accessLogBucketName, prefix: args.accessLogPrefix, enabled: true },
      // The policy pack takes a load balancer for internal unless it says otherwise.
      tags: internetFacing ? mergeTags({ "internet-facing": "true" }, tags) : tags,
    },
    { parent },
  );
  if (args.webAclArn !== undefined) {
    new WebAclAssociation(`${name}-firewall`, { resourceArn: loadBalancer.arn, webAclArn: args.webAclArn }, { parent });
  }
  new Listener(
    `${name}-http`,
    {
      loadBalancerArn: loadBalancer.arn,
      port: 80,
      protocol: "HTTP",
      defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } }],
      tags,
    },
    { parent },
  );
  const https = new Listener(
    `${name}-https`,
    {
      loadBalancerArn: loadBalancer.arn,
      port: 443,
      protocol: "HTTPS",
      sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
      certificateArn: definition.certificateArn,
      routingHttpResponseStrictTransportSecurityHeaderValue: "max-age=31536000; includeSubDomains",
      // Traffic goes by a rule of its own, which ECS may rewrite; the listener itself answers nothing.
      defaultActions: [
        { type: "fixed-response", fixedResponse: { contentType: "text/plain", messageBody: "", statusCode: "404" } },
      ],
      tags,
    },
    { parent },
  );
  return { loadBalancer, https };
}
