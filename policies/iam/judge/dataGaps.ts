/** ARNs that AWS documents for an action or a resource type and that the action data does not have. Each row has its source. */
export interface DataGap {
  /** In lower case: `ssm:document` for a type, `iam:listusers` for an action. */
  readonly of: readonly string[];
  /** In AWS's notation. */
  readonly arns: readonly string[];
  readonly source: string;
}

/** Resources that belong to AWS have no account in their ARN. */
export const typeGaps: readonly DataGap[] = [
  {
    of: ["ssm:document"],
    arns: ["arn:${Partition}:ssm:${Region}::document/${DocumentName}"],
    source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/security_iam_id-based-policy-examples.html",
  },
  {
    of: ["ssm:automation-definition"],
    arns: ["arn:${Partition}:ssm:${Region}::automation-definition/${AutomationDefinitionName}:${VersionId}"],
    source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-setup-eventbridge.html",
  },
  {
    of: ["ssm:parameter"],
    arns: ["arn:${Partition}:ssm:${Region}::parameter/aws/${ParameterNameWithoutLeadingSlash}"],
    source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters.html",
  },
];

const balancer = (kind: string) => [
  `arn:\${Partition}:elasticloadbalancing:\${Region}:\${Account}:listener/${kind}/\${LoadBalancerName}/\${LoadBalancerId}/\${ListenerId}`,
  `arn:\${Partition}:elasticloadbalancing:\${Region}:\${Account}:listener-rule/${kind}/\${LoadBalancerName}/\${LoadBalancerId}/\${ListenerId}/\${ListenerRuleId}`,
];
const connection = (service: string) =>
  `arn:\${Partition}:${service}:\${Region}:\${Account}:connection/\${ConnectionId}`;
const handshake = (service: string): readonly string[] =>
  [
    "createconnection",
    "getinstallationurl",
    "getindividualaccesstoken",
    "listinstallationtargets",
    "startoauthhandshake",
  ].map((action) => `${service}:${action}`);

export const actionGaps: readonly DataGap[] = [
  // Two pages of the reference share this prefix. For actions of both, the data has the classic load balancer's types only.
  {
    of: ["elasticloadbalancing:addtags", "elasticloadbalancing:removetags"],
    arns: [
      ...["app", "net", "gwy"].flatMap(balancer),
      "arn:${Partition}:elasticloadbalancing:${Region}:${Account}:targetgroup/${TargetGroupName}/${TargetGroupId}",
      "arn:${Partition}:elasticloadbalancing:${Region}:${Account}:truststore/${TrustStoreName}/${TrustStoreId}",
    ],
    source: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselasticloadbalancingv2.html",
  },
  // The action asks for the path below which it lists.
  {
    of: ["iam:listusers"],
    arns: ["arn:${Partition}:iam::${Account}:user/${Path}"],
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns",
  },
  {
    of: ["iam:listroles"],
    arns: ["arn:${Partition}:iam::${Account}:role/${Path}"],
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns",
  },
  {
    of: ["iam:listgroups"],
    arns: ["arn:${Partition}:iam::${Account}:group/${Path}"],
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns",
  },
  {
    of: ["ssmmessages:opendatachannel"],
    arns: ["arn:${Partition}:ssm:${Region}:${Account}:session/${SessionId}"],
    source:
      "https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-quickstart.html",
  },
  {
    of: ["ssmmessages:createcontrolchannel"],
    arns: ["arn:${Partition}:eks:${Region}:${Account}:cluster/${ClusterName}"],
    source: "https://docs.aws.amazon.com/eks/latest/userguide/connector_IAM_role.html",
  },
  {
    of: ["eks:createcluster"],
    arns: ["arn:${Partition}:eks:${Region}:${Account}:cluster/${ClusterName}"],
    source: "https://docs.aws.amazon.com/eks/latest/userguide/security-iam-id-based-policy-examples.html",
  },
  // A template that uses a macro or transform.
  {
    of: ["cloudformation:createchangeset"],
    arns: ["arn:${Partition}:cloudformation:${Region}:aws:transform/${TransformName}"],
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/control-access-with-iam.html",
  },
  // A rule or schedule that names no revision runs the newest one.
  {
    of: ["ecs:runtask", "ecs:starttask"],
    arns: ["arn:${Partition}:ecs:${Region}:${Account}:task-definition/${TaskDefinitionFamilyName}"],
    source: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-identity-based.html",
  },
  {
    of: handshake("codeconnections"),
    arns: [connection("codeconnections")],
    source: "https://docs.aws.amazon.com/dtconsole/latest/userguide/security-iam.html",
  },
  {
    of: handshake("codestar-connections"),
    arns: [connection("codestar-connections")],
    source: "https://docs.aws.amazon.com/dtconsole/latest/userguide/security-iam.html",
  },
  {
    of: ["acm:requestcertificate"],
    arns: ["arn:${Partition}:acm:${Region}:${Account}:certificate/${CertificateId}"],
    source:
      "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSInfrastructureRoleforExpressGatewayServices.html",
  },
  {
    of: [
      "application-autoscaling:describescalabletargets",
      "application-autoscaling:describescalingactivities",
      "application-autoscaling:describescalingpolicies",
      "application-autoscaling:describescheduledactions",
    ],
    arns: ["arn:${Partition}:application-autoscaling:${Region}:${Account}:scalable-target/${ResourceId}"],
    source:
      "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSInfrastructureRoleforExpressGatewayServices.html",
  },
  {
    of: ["elasticloadbalancing:setwebacl"],
    arns: [
      "arn:${Partition}:elasticloadbalancing:${Region}:${Account}:loadbalancer/app/${LoadBalancerName}/${LoadBalancerId}",
    ],
    source: "https://docs.aws.amazon.com/waf/latest/developerguide/security_iam_service-with-iam.html",
  },
];
