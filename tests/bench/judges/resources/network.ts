import type { Kind } from "./kind";

const certificate = "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d-0000-4000-8000-000000000000";
const balancerArn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shop/0a1b2c3d";
const groupArn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/shop/0a1b2c3d";
const topicArn = "arn:aws:sns:eu-west-1:123456789012:alerts";

const loadBalancer: Kind = {
  kind: "load balancer",
  resources: [
    {
      type: "aws:lb/loadBalancer:LoadBalancer",
      name: "it",
      props: {
        ...{ name: "shop", internal: true, loadBalancerType: "application", subnets: ["subnet-1", "subnet-2"] },
        ...{ dropInvalidHeaderFields: true, enableDeletionProtection: true, desyncMitigationMode: "defensive" },
        accessLogs: { bucket: "shop-logs", enabled: true },
      },
    },
  ],
  cloudFormation: {
    It: {
      Type: "AWS::ElasticLoadBalancingV2::LoadBalancer",
      Properties: {
        ...{ Name: "shop", Scheme: "internal", Type: "application", Subnets: ["subnet-1", "subnet-2"] },
        LoadBalancerAttributes: [
          { Key: "routing.http.drop_invalid_header_fields.enabled", Value: "true" },
          { Key: "deletion_protection.enabled", Value: "true" },
          { Key: "routing.http.desync_mitigation_mode", Value: "defensive" },
          { Key: "access_logs.s3.enabled", Value: "true" },
          { Key: "access_logs.s3.bucket", Value: "shop-logs" },
        ],
      },
    },
  },
  faults: [
    {
      breaks: ["alb-drop-headers"],
      reason: "passes invalid headers on",
      change: { "it.dropInvalidHeaderFields": false },
      template: { "It.LoadBalancerAttributes.0.Value": "false" },
    },
    {
      breaks: ["alb-delete-protect"],
      reason: "can be deleted by mistake",
      change: { "it.enableDeletionProtection": false },
      template: { "It.LoadBalancerAttributes.1.Value": "false" },
    },
    {
      breaks: ["alb-desync"],
      reason: "lets smuggled requests through",
      change: { "it.desyncMitigationMode": "monitor" },
      template: { "It.LoadBalancerAttributes.2.Value": "monitor" },
    },
    {
      breaks: ["alb-logs"],
      reason: "no access logs",
      change: { "it.accessLogs": undefined },
      template: { "It.LoadBalancerAttributes.3.Value": "false" },
    },
  ],
};

const listener: Kind = {
  kind: "listener",
  resources: [
    {
      type: "aws:lb/listener:Listener",
      name: "it",
      props: {
        ...{ loadBalancerArn: balancerArn, port: 443, protocol: "HTTPS", certificateArn: certificate },
        ...{ sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06" },
        defaultActions: [{ type: "forward", targetGroupArn: groupArn }],
      },
    },
  ],
  cloudFormation: {
    It: {
      Type: "AWS::ElasticLoadBalancingV2::Listener",
      Properties: {
        ...{ LoadBalancerArn: balancerArn, Port: 443, Protocol: "HTTPS" },
        ...{ Certificates: [{ CertificateArn: certificate }], SslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06" },
        DefaultActions: [{ Type: "forward", TargetGroupArn: groupArn }],
      },
    },
  },
  faults: [
    {
      breaks: ["alb-https", "alb-redirect"],
      reason: "answers plain HTTP",
      change: { "it.protocol": "HTTP", "it.port": 80, "it.certificateArn": undefined, "it.sslPolicy": undefined },
      template: { "It.Protocol": "HTTP", "It.Port": 80, "It.Certificates": undefined, "It.SslPolicy": undefined },
    },
    {
      breaks: ["alb-tls-policy"],
      reason: "speaks TLS 1.0",
      change: { "it.sslPolicy": "ELBSecurityPolicy-2016-08" },
      template: { "It.SslPolicy": "ELBSecurityPolicy-2016-08" },
    },
    {
      breaks: ["alb-tls-policy"],
      reason: "speaks TLS 1.0 under a name with TLS13",
      change: { "it.sslPolicy": "ELBSecurityPolicy-TLS13-1-0-2021-06" },
      template: { "It.SslPolicy": "ELBSecurityPolicy-TLS13-1-0-2021-06" },
    },
  ],
};

const world = "0.0.0.0/0";
const inside = { protocol: "tcp", fromPort: 8080, toPort: 8080, cidrBlocks: ["10.0.0.0/16"], description: "Inside" };
const insideTemplate = {
  IpProtocol: "tcp",
  FromPort: 8080,
  ToPort: 8080,
  CidrIp: "10.0.0.0/16",
  Description: "Inside",
};

const securityGroup: Kind = {
  kind: "security group",
  resources: [
    {
      type: "aws:ec2/securityGroup:SecurityGroup",
      name: "it",
      props: {
        ...{ vpcId: "vpc-1", description: "The shop's tasks", ingress: [inside] },
        egress: [{ ...inside, fromPort: 443, toPort: 443 }],
      },
    },
  ],
  cloudFormation: {
    It: {
      Type: "AWS::EC2::SecurityGroup",
      Properties: {
        ...{ VpcId: "vpc-1", GroupDescription: "The shop's tasks", SecurityGroupIngress: [insideTemplate] },
        SecurityGroupEgress: [{ ...insideTemplate, FromPort: 443, ToPort: 443 }],
      },
    },
  },
  faults: [
    {
      breaks: ["sg-ingress-open"],
      reason: "SSH for the world",
      change: { "it.ingress.0": { ...inside, fromPort: 22, toPort: 22, cidrBlocks: [world] } },
      template: { "It.SecurityGroupIngress.0": { ...insideTemplate, FromPort: 22, ToPort: 22, CidrIp: world } },
    },
    {
      breaks: ["sg-ingress-open"],
      reason: "a database for the world",
      change: { "it.ingress.0": { ...inside, fromPort: 5432, toPort: 5432, cidrBlocks: [world] } },
      template: { "It.SecurityGroupIngress.0": { ...insideTemplate, FromPort: 5432, ToPort: 5432, CidrIp: world } },
    },
    {
      breaks: ["sg-ingress-open"],
      reason: "SSH for the world in two halves",
      change: { "it.ingress.0": { ...inside, fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/1", "128.0.0.0/1"] } },
      template: {
        "It.SecurityGroupIngress": ["0.0.0.0/1", "128.0.0.0/1"].map((CidrIp) => ({
          ...{ ...insideTemplate, FromPort: 22, ToPort: 22, CidrIp },
        })),
      },
    },
    {
      breaks: ["sg-egress"],
      reason: "everything may leave",
      change: { "it.egress.0": { ...inside, protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: [world] } },
      template: { "It.SecurityGroupEgress.0": { IpProtocol: "-1", CidrIp: world, Description: "Everything" } },
    },
    {
      breaks: ["sg-descriptions"],
      reason: "a rule without a description",
      change: { "it.ingress.0.description": undefined },
      template: { "It.SecurityGroupIngress.0.Description": undefined },
    },
  ],
};

const subnet: Kind = {
  kind: "subnet",
  resources: [
    {
      type: "aws:ec2/subnet:Subnet",
      name: "it",
      props: { vpcId: "vpc-1", cidrBlock: "10.0.0.0/24", mapPublicIpOnLaunch: false },
    },
  ],
  cloudFormation: {
    It: {
      Type: "AWS::EC2::Subnet",
      Properties: { VpcId: "vpc-1", CidrBlock: "10.0.0.0/24", MapPublicIpOnLaunch: false },
    },
  },
  faults: [
    {
      breaks: ["vpc-subnet-no-public"],
      reason: "public addresses for whatever starts",
      change: { "it.mapPublicIpOnLaunch": true },
      template: { "It.MapPublicIpOnLaunch": true },
    },
  ],
};

const vpc: Kind = {
  kind: "VPC",
  resources: [
    {
      type: "aws:ec2/vpc:Vpc",
      name: "it",
      props: { cidrBlock: "10.0.0.0/16", enableDnsSupport: true, enableDnsHostnames: true },
    },
    {
      type: "aws:ec2/flowLog:FlowLog",
      name: "flows",
      props: {
        ...{ vpcId: "<it.id>", trafficType: "ALL", logDestinationType: "s3" },
        logDestination: "arn:aws:s3:::shop-flows",
      },
    },
  ],
  cloudFormation: {
    It: {
      Type: "AWS::EC2::VPC",
      Properties: { CidrBlock: "10.0.0.0/16", EnableDnsSupport: true, EnableDnsHostnames: true },
    },
    Flows: {
      Type: "AWS::EC2::FlowLog",
      Properties: {
        ...{ ResourceId: { Ref: "It" }, ResourceType: "VPC", TrafficType: "ALL", LogDestinationType: "s3" },
        LogDestination: "arn:aws:s3:::shop-flows",
      },
    },
  },
  faults: [
    {
      breaks: ["vpc-flow-logs"],
      reason: "no flow log",
      change: { flows: undefined },
      template: { Flows: undefined },
    },
  ],
};

const alarm: Kind = {
  kind: "alarm",
  resources: [
    {
      type: "aws:cloudwatch/metricAlarm:MetricAlarm",
      name: "it",
      props: {
        ...{ name: "errors", comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 1, threshold: 1 },
        ...{ metricName: "Errors", namespace: "Shop", period: 60, statistic: "Sum", treatMissingData: "notBreaching" },
        ...{ alarmActions: [topicArn], insufficientDataActions: [topicArn], okActions: [topicArn] },
        actionsEnabled: true,
      },
    },
  ],
  cloudFormation: {
    It: {
      Type: "AWS::CloudWatch::Alarm",
      Properties: {
        ...{ AlarmName: "errors", ComparisonOperator: "GreaterThanThreshold", EvaluationPeriods: 1, Threshold: 1 },
        ...{ MetricName: "Errors", Namespace: "Shop", Period: 60, Statistic: "Sum", TreatMissingData: "notBreaching" },
        ...{ AlarmActions: [topicArn], InsufficientDataActions: [topicArn], OKActions: [topicArn] },
        ActionsEnabled: true,
      },
    },
  },
  faults: [
    {
      breaks: ["alarm-actions"],
      reason: "actions switched off",
      change: { "it.actionsEnabled": false },
      template: { "It.ActionsEnabled": false },
    },
    {
      breaks: ["alarm-actions"],
      reason: "tells nobody",
      change: { "it.alarmActions": [], "it.insufficientDataActions": [], "it.okActions": [] },
      template: { "It.AlarmActions": [], "It.InsufficientDataActions": [], "It.OKActions": [] },
    },
  ],
};

export const network: readonly Kind[] = [loadBalancer, listener, securityGroup, subnet, vpc, alarm];
