import { strict as assert } from "node:assert";
import { deletion, expectRefusal, stored, table } from "../support";
import { groupArn, listener, listenerArn, targetGroup, vpc } from "./fixtures";

const type = "aws:lb/targetGroup:TargetGroup";
const base = {
  name: "app-blue",
  port: 8080,
  protocol: "HTTP",
  targetType: "ip",
  vpcId: "vpc-1",
  deregistrationDelay: 30,
  slowStart: 0,
  healthCheck: {
    path: "/healthz",
    interval: 10,
    timeout: 5,
    healthyThreshold: 2,
    unhealthyThreshold: 3,
    matcher: "200-299",
  },
};

describe("elb/targetGroup", () => {
  table({
    type,
    base,
    store: [vpc, targetGroup("taken")],
    accepts: {
      "a function": {
        targetType: "lambda",
        port: undefined,
        protocol: undefined,
        vpcId: undefined,
        healthCheck: undefined,
      },
      "a check of TCP": { protocol: "TCP", healthCheck: { protocol: "TCP", interval: 10, timeout: 5 } },
      "the traffic port": { "healthCheck.port": "traffic-port" },
      "a list of codes": { "healthCheck.matcher": "200,301-302" },
    },
    refuses: {
      "a hyphen in front": [{ name: "-blue" }, "ValidationError", "no hyphen"],
      "33 characters": [{ name: "b".repeat(33) }, "ValidationError", "1 to 32"],
      "an underscore": [{ name: "app_blue" }, "ValidationError", "hyphens only"],
      "a name that is taken": [{ name: "taken" }, "DuplicateTargetGroupName"],
      "a network that is not there": [{ vpcId: "vpc-9" }, "ValidationError", "no such VPC"],
      "no network": [{ vpcId: undefined }, "ValidationError", "vpcId is missing"],
      "port 0": [{ port: 0 }, "ValidationError", "1 to 65535"],
      "another protocol": [{ protocol: "http" }, "ValidationError", "HTTP"],
      "a check every four seconds": [{ "healthCheck.interval": 4 }, "ValidationError", "5 to 300"],
      "a time-out as long as the interval": [
        { "healthCheck.timeout": 10 },
        "ValidationError",
        "smaller than the interval",
      ],
      "a threshold of one": [{ "healthCheck.healthyThreshold": 1 }, "ValidationError", "2 to 10"],
      "a path without slash": [{ "healthCheck.path": "healthz" }, "ValidationError", "begins with /"],
      "a matcher in words": [{ "healthCheck.matcher": "2xx" }, "ValidationError", "200-399"],
      "a TCP check of HTTP targets": [{ healthCheck: { protocol: "TCP" } }, "ValidationError", "use HTTP or HTTPS"],
      "a path of a TCP check": [
        { protocol: "TCP", healthCheck: { path: "/" } },
        "ValidationError",
        "the check is by TCP",
      ],
      "more than an hour to drain": [{ deregistrationDelay: 3601 }, "ValidationError", "0 to 3600"],
      "a slow start of ten seconds": [{ slowStart: 10 }, "ValidationError", "30 to 900"],
      "an application cookie without name": [
        { stickiness: { type: "app_cookie" } },
        "ValidationError",
        "cookieName is missing",
      ],
    },
  });

  it("refuses to delete a group that a listener or rule forwards to", () => {
    const forward = { targetGroups: [{ arn: groupArn("green"), weight: 0 }] };
    const rule = stored("aws:lb/listenerRule:ListenerRule", "rule", {
      listenerArn,
      actions: [{ type: "forward", forward }],
    });
    expectRefusal(deletion(targetGroup("blue"), [listener, rule]), "ResourceInUse", `Listener ${listenerArn}`);
    expectRefusal(deletion(targetGroup("green"), [listener, rule]), "ResourceInUse", "ListenerRule rule");
    assert.deepEqual(deletion(targetGroup("idle"), [listener, rule]), []);
  });
});
