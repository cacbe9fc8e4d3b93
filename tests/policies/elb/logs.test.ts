import { strict as assert } from "node:assert";
import { albLogs } from "../../../policies/elb/logs";
import { brief, judge, judgeStack, stackOf, unknown } from "../../support/policy";

const type = "aws:lb/loadBalancer:LoadBalancer";

describe("alb-logs", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes enabled logs", { accessLogs: { bucket: "logs", enabled: true } }, []],
    ["passes a gateway load balancer, which has none", { loadBalancerType: "gateway" }, []],
    ["refuses an absent block", {}, ["violation accessLogs.enabled"]],
    [
      "refuses a bucket alone, which logs nothing",
      { accessLogs: { bucket: "logs" } },
      ["violation accessLogs.enabled"],
    ],
    ["cannot decide an unknown block", { accessLogs: unknown }, ["undecided accessLogs.enabled"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(albLogs, { type, props })), expected);
    });
  }

  it("judges the other spelling of the type alike", async () => {
    const findings = await judge(albLogs, { type: "aws:alb/loadBalancer:LoadBalancer", props: {} });
    assert.deepEqual(brief(findings), ["violation accessLogs.enabled"]);
  });

  const network = { type, name: "lb", props: { loadBalancerType: "network" } };
  const listener = (protocol: string, listenerType = "aws:lb/listener:Listener") => ({
    type: listenerType,
    name: protocol,
    props: { protocol, loadBalancerArn: unknown },
    dependsOn: { loadBalancerArn: ["lb"] },
  });

  it("asks a network load balancer with a TLS listener, whose traffic alone is logged", async () => {
    for (const kind of ["aws:lb/listener:Listener", "aws:alb/listener:Listener"]) {
      const stack = stackOf(network, listener("TCP"), listener("TLS", kind));
      assert.deepEqual(brief(await judgeStack(albLogs, stack)), ["violation accessLogs.enabled"]);
    }
    assert.deepEqual(await judgeStack(albLogs, stackOf(network, listener("TCP"), listener("UDP"))), []);
  });

  it("asks a network load balancer whose listeners nobody sees, and passes one that logs", async () => {
    assert.deepEqual(brief(await judgeStack(albLogs, stackOf(network))), ["violation accessLogs.enabled"]);
    const logging = { ...network, props: { ...network.props, accessLogs: { bucket: "logs", enabled: true } } };
    assert.deepEqual(await judgeStack(albLogs, stackOf(logging, listener("TLS"))), []);
  });
});
