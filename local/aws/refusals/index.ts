import { certificateRules } from "./acm/certificate";
import { scalingRules } from "./appautoscaling/scaling";
import { compositeAlarmRules } from "./cloudwatch/compositeAlarm";
import { dashboardRules } from "./cloudwatch/dashboard";
import { metricAlarmRules } from "./cloudwatch/metricAlarm";
import { projectRules } from "./codebuild/project";
import { reportGroupRules } from "./codebuild/reportGroup";
import { pipelineRules } from "./codepipeline/pipeline";
import { connectionRules } from "./connections/connection";
import type { Call, Refusal } from "./contract";
import { endpointRules } from "./ec2/endpoint";
import { flowLogRules } from "./ec2/flowLog";
import { gatewayRules } from "./ec2/gateways";
import { networkRules } from "./ec2/network";
import { routeRules } from "./ec2/route";
import { securityGroupRules } from "./ec2/securityGroup";
import { securityGroupRuleRules } from "./ec2/securityGroupRule";
import { creationRules } from "./ecr/creation";
import { registryRules } from "./ecr/registry";
import { repositoryRules } from "./ecr/repository";
import { clusterRules } from "./ecs/cluster";
import { serviceRules } from "./ecs/service";
import { taskDefinitionRules } from "./ecs/taskDefinition";
import { listenerRules } from "./elb/listener";
import { listenerRuleRules } from "./elb/listenerRule";
import { loadBalancerRules } from "./elb/loadBalancer";
import { targetGroupRules } from "./elb/targetGroup";
import { eventRuleRules } from "./events/rule";
import { eventTargetRules } from "./events/target";
import { policyRules } from "./iam/policy";
import { roleRules } from "./iam/role";
import { refuseInputs } from "./inputs";
import { kmsRules } from "./kms/key";
import { logGroupRules } from "./logs/logGroup";
import { metricFilterRules } from "./logs/metricFilter";
import type { Rule, RuleTable } from "./rules";
import { bucketRules } from "./s3/bucket";
import { bucketSettingRules } from "./s3/bucketSettings";
import { lifecycleRules } from "./s3/lifecycle";
import { secretRules } from "./secretsmanager/secret";
import { subscriptionRules } from "./sns/subscription";
import { topicRules } from "./sns/topic";
import { parameterRules } from "./ssm/parameter";
import { canonicalType } from "./twins";
import { aclAssociationRules } from "./wafv2/association";
import { webAclRules } from "./wafv2/webAcl";

const tables: readonly RuleTable[] = [
  certificateRules,
  scalingRules,
  compositeAlarmRules,
  dashboardRules,
  metricAlarmRules,
  projectRules,
  reportGroupRules,
  pipelineRules,
  connectionRules,
  endpointRules,
  flowLogRules,
  gatewayRules,
  networkRules,
  routeRules,
  securityGroupRules,
  securityGroupRuleRules,
  creationRules,
  registryRules,
  repositoryRules,
  clusterRules,
  serviceRules,
  taskDefinitionRules,
  listenerRules,
  listenerRuleRules,
  loadBalancerRules,
  targetGroupRules,
  eventRuleRules,
  eventTargetRules,
  policyRules,
  roleRules,
  kmsRules,
  logGroupRules,
  metricFilterRules,
  bucketRules,
  bucketSettingRules,
  lifecycleRules,
  secretRules,
  subscriptionRules,
  topicRules,
  parameterRules,
  aclAssociationRules,
  webAclRules,
];

/** Every type that has rules of its own, by token; the others are judged by their declarations alone. */
export const rulesByType: RuleTable = Object.assign({}, ...tables);

/**
 * What AWS would have against the call; empty when it would accept it. Wrongly typed inputs come first and alone,
 * because the rules behind them rely on the types.
 */
export function refuse(call: Call): Refusal[] {
  const rules = rulesByType[canonicalType(call.type)] ?? {};
  if (call.operation === "delete") return judge(rules.removal, call);
  const mistyped = refuseInputs(call);
  if (mistyped.length > 0) return mistyped;
  const wrong = judge(rules.inputs, call);
  return wrong.length > 0 || call.operation === "check" ? wrong : judge(rules.account, call);
}

function judge(rules: readonly Rule[] = [], call: Call): Refusal[] {
  return rules.flatMap((rule) => rule(call));
}
