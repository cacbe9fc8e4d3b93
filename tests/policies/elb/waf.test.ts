import { strict as assert } from "node:assert";
import { albWaf } from "../../../policies/elb/waf";
import { brief, judgeStack, stackOf, unknown } from "../../support/policy";

const association = (resourceArn: string) => ({
  type: "aws:wafv2/webAclAssociation:WebAclAssociation",
  name: "acl",
  props: { resourceArn },
  dependsOn: resourceArn === unknown ? { resourceArn: ["lb"] } : {},
});

describe("alb-waf", () => {
  for (const type of ["aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer"]) {
    const balancer = { type, name: "lb", props: { arn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:lb" } };
    describe(type, () => {
      it("passes a load balancer whose web ACL is not known yet", async () => {
        assert.deepEqual(brief(await judgeStack(albWaf, stackOf(balancer, association(unknown)))), []);
      });

      it("passes a load balancer named by its ARN", async () => {
        assert.deepEqual(brief(await judgeStack(albWaf, stackOf(balancer, association(balancer.props.arn)))), []);
      });

      it("passes an internal load balancer", async () => {
        const internal = { ...balancer, props: { internal: true } };
        assert.deepEqual(brief(await judgeStack(albWaf, stackOf(internal))), []);
      });

      it("refuses a public load balancer without a web ACL", async () => {
        assert.deepEqual(brief(await judgeStack(albWaf, stackOf(balancer))), ["violation internal"]);
      });

      it("refuses one whose web ACL stands before another load balancer", async () => {
        const stack = stackOf(balancer, association("arn:aws:elasticloadbalancing:eu-west-1:123456789012:other"));
        assert.deepEqual(brief(await judgeStack(albWaf, stack)), ["violation internal"]);
      });

      it("cannot decide an unknown scheme", async () => {
        const stack = stackOf({ type, name: "lb", props: { internal: unknown } });
        assert.deepEqual(brief(await judgeStack(albWaf, stack)), ["undecided internal"]);
      });
    });
  }

  it("passes a web ACL of AWS WAF Classic, and types without one", async () => {
    const type = "aws:lb/loadBalancer:LoadBalancer";
    const classic = {
      type: "aws:wafregional/webAclAssociation:WebAclAssociation",
      name: "acl",
      props: { resourceArn: unknown },
      dependsOn: { resourceArn: ["lb"] },
    };
    assert.deepEqual(await judgeStack(albWaf, stackOf({ type, name: "lb" }, classic)), []);
    for (const loadBalancerType of ["network", "gateway"]) {
      assert.deepEqual(await judgeStack(albWaf, stackOf({ type, name: "lb", props: { loadBalancerType } })), []);
    }
  });
});
