import { strict as assert } from "node:assert";
import { balancer, balancerArn } from "../elb/fixtures";
import { arn, deletion, expectRefusal, stored, table } from "../support";

const aclType = "aws:wafv2/webAcl:WebAcl";
const associationType = "aws:wafv2/webAclAssociation:WebAclAssociation";
const code = "WAFInvalidParameterException";
const aclArn = arn("wafv2", "regional/webacl/web/1");
const globalArn = arn("wafv2", "global/webacl/web/2");
const acl = stored(aclType, "acl-1", { name: "taken", scope: "REGIONAL" }, { arn: aclArn });
const visibilityConfig = { metricName: "web", cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true };
const managed = {
  name: "common",
  priority: 0,
  overrideAction: { none: {} },
  statement: { managedRuleGroupStatement: { name: "AWSManagedRulesCommonRuleSet", vendorName: "AWS" } },
  visibilityConfig,
};
const limit = {
  name: "rate",
  priority: 1,
  action: { block: {} },
  statement: { rateBasedStatement: { limit: 2000, aggregateKeyType: "IP" } },
  visibilityConfig,
};

describe("wafv2/webAcl", () => {
  table({
    type: aclType,
    base: { name: "web", scope: "REGIONAL", defaultAction: { allow: {} }, rules: [managed, limit], visibilityConfig },
    store: [acl],
    refuses: {
      "another scope": [{ scope: "GLOBAL" }, code, "REGIONAL, CLOUDFRONT"],
      "CloudFront outside us-east-1": [{ scope: "CLOUDFRONT" }, code, "us-east-1"],
      "a priority used twice": [{ "rules[1].priority": 0 }, code, "make each unique"],
      "a name used twice": [{ "rules[1].name": "common" }, code, "make each unique"],
      "an action of a rule group": [{ "rules[0].overrideAction": undefined }, code, "a rule group needs it"],
      "a rule without action": [{ "rules[1].action": undefined }, code, "a rule needs it"],
      "a limit of 9": [{ "rules[1].statement.rateBasedStatement.limit": 9 }, code, "10 to"],
      "allow and block": [{ "defaultAction.block": {} }, code, "exactly one"],
      "a space in the metric": [{ "visibilityConfig.metricName": "my web" }, code],
      "a name that is taken": [{ name: "taken" }, "WAFDuplicateItemException"],
    },
  });
  table({
    type: associationType,
    base: { resourceArn: balancerArn("app"), webAclArn: aclArn },
    store: [
      acl,
      balancer("app", "application"),
      balancer("full", "application"),
      stored(aclType, "acl-2", { name: "cdn", scope: "CLOUDFRONT" }, { arn: globalArn }),
      stored(associationType, "a-1", { resourceArn: balancerArn("full"), webAclArn: aclArn }),
    ],
    refuses: {
      "an ACL that is not there": [{ webAclArn: arn("wafv2", "regional/webacl/x/9") }, "WAFNonexistentItemException"],
      "an ACL of CloudFront": [{ webAclArn: globalArn }, code, "scope REGIONAL"],
      "a load balancer that is not there": [{ resourceArn: balancerArn("none") }, "WAFUnavailableEntityException"],
      "a network load balancer": [{ resourceArn: balancerArn("net") }, code, "Application Load Balancer"],
      "a second ACL": [{ resourceArn: balancerArn("full") }, "WAFInvalidOperationException", "a-1"],
    },
  });
  it("refuses to delete an ACL in use", () => {
    const association = stored(associationType, "a-1", { webAclArn: aclArn });
    expectRefusal(deletion(acl, [association]), "WAFAssociatedItemException", "WebAclAssociation a-1");
    assert.deepEqual(deletion(acl, []), []);
  });
});
