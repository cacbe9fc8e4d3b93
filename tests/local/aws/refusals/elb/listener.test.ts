import { arn, stored, table } from "../support";
import { balancer, balancerArn, groupArn, listener, listenerArn, targetGroup } from "./fixtures";

const certificate = arn("acm", "certificate/c");
const redirect = { type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } };
const store = [
  balancer("app", "application"),
  balancer("net", "network"),
  listener,
  targetGroup("blue"),
  targetGroup("green"),
  stored("aws:acm/certificate:Certificate", certificate, {}, { arn: certificate }),
  stored("aws:lb/listenerRule:ListenerRule", "taken", { listenerArn, priority: 10 }),
];

describe("elb/listener", () => {
  table({
    type: "aws:lb/listener:Listener",
    base: {
      loadBalancerArn: balancerArn("app"),
      port: 443,
      protocol: "HTTPS",
      certificateArn: certificate,
      sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
      defaultActions: [{ type: "forward", targetGroupArn: groupArn("blue") }],
    },
    store,
    accepts: {
      "a redirect to HTTPS": {
        port: 8080,
        protocol: "HTTP",
        certificateArn: undefined,
        sslPolicy: undefined,
        defaultActions: [redirect],
      },
      "a fixed answer": {
        defaultActions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "404" } }],
      },
      "a certificate of another account": { certificateArn: "arn:aws:acm:eu-west-1:999999999999:certificate/x" },
      "port 80 of another load balancer": { loadBalancerArn: balancerArn("net"), port: 80, protocol: "TLS" },
    },
    refuses: {
      "HTTPS without certificate": [
        { certificateArn: undefined },
        "ValidationError",
        "a certificate must be specified",
      ],
      "a certificate that is not there": [{ certificateArn: arn("acm", "certificate/x") }, "CertificateNotFound"],
      "HTTP with a certificate": [{ protocol: "HTTP" }, "ValidationError", "certificateArn is set"],
      "another policy": [{ sslPolicy: "ELBSecurityPolicy-TLS13" }, "SSLPolicyNotFound", "nearest: ELBSecurityPolicy-"],
      "a load balancer that is not there": [
        { loadBalancerArn: balancerArn("app").replace("lb/1", "lb/9") },
        "LoadBalancerNotFound",
      ],
      "a port in use": [{ port: 80 }, "DuplicateListener", "already exists on this port"],
      "TCP on an application load balancer": [
        { protocol: "TCP", certificateArn: undefined, sslPolicy: undefined },
        "ValidationError",
        "of type application",
      ],
      "a target group that is not there": [
        { defaultActions: [{ type: "forward", targetGroupArn: groupArn("none") }] },
        "TargetGroupNotFound",
      ],
      "a forward to nowhere": [
        { defaultActions: [{ type: "forward" }] },
        "ValidationError",
        "targetGroupArn is missing",
      ],
      "no action": [{ defaultActions: [] }, "ValidationError", "at least one action"],
      "a redirect to itself": [
        { defaultActions: [{ type: "redirect", redirect: { statusCode: "HTTP_301", protocol: "#{protocol}" } }] },
        "InvalidLoadBalancerAction",
        "creates a loop",
      ],
      "two endings": [{ defaultActions: [redirect, redirect] }, "InvalidLoadBalancerAction", "exactly one of"],
      "another action": [{ defaultActions: [{ type: "proxy" }] }, "ValidationError", "forward"],
      "another status": [
        {
          defaultActions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "300" } }],
        },
        "ValidationError",
        "2XX, 4XX or 5XX",
      ],
    },
  });

  const weighted = [
    { arn: groupArn("blue"), weight: 100 },
    { arn: groupArn("green"), weight: 0 },
  ];
  table({
    type: "aws:lb/listenerRule:ListenerRule",
    base: {
      listenerArn,
      priority: 20,
      conditions: [{ pathPattern: { values: ["/*"] } }],
      actions: [{ type: "forward", forward: { targetGroups: weighted } }],
    },
    store,
    accepts: {
      "two conditions": {
        conditions: [{ hostHeader: { values: ["*.example.com"] } }, { sourceIp: { values: ["10.0.0.0/8"] } }],
      },
    },
    refuses: {
      "a listener that is not there": [{ listenerArn: `${listenerArn}9` }, "ListenerNotFound"],
      "priority 0": [{ priority: 0 }, "ValidationError", "1 to 50000"],
      "priority 50001": [{ priority: 50001 }, "ValidationError", "1 to 50000"],
      "a priority in use": [{ priority: 10 }, "PriorityInUse", "taken"],
      "no condition": [{ conditions: [] }, "ValidationError", "at least one condition"],
      "two kinds in one condition": [
        { conditions: [{ pathPattern: { values: ["/"] }, hostHeader: { values: ["a.b"] } }] },
        "ValidationError",
        "keep one",
      ],
      "six values": [
        { conditions: [{ pathPattern: { values: ["/1", "/2", "/3", "/4", "/5", "/6"] } }] },
        "TooManyConditionValues",
      ],
      "a weight of 1000": [{ "actions[0].forward.targetGroups[0].weight": 1000 }, "ValidationError", "0 to 999"],
      "a group that is not there": [
        { "actions[0].forward.targetGroups[1].arn": groupArn("none") },
        "TargetGroupNotFound",
      ],
      "a method in lower case": [
        { conditions: [{ httpRequestMethod: { values: ["get"] } }] },
        "ValidationError",
        "upper case",
      ],
    },
  });
});
