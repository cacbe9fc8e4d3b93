import type { Formats, Subject } from "./subject";
import { arn, capitals, hex, letters, nameOf, text, uuid } from "./subject";

const regionalWaf = (subject: Subject, kind: string): { id: string; arn: string; name: string } => {
  const name = nameOf(subject);
  const id = uuid(subject);
  const scope = text(subject, "scope") === "CLOUDFRONT" ? "global" : "regional";
  return { id, name, arn: arn(subject, "wafv2", `${scope}/${kind}/${name}/${id}`) };
};

/** SSM, Secrets Manager, ACM, Route 53, WAF, Application Auto Scaling, Lambda, Cloud Control and Cloud Map. */
export const other: Formats = {
  "ssm/parameter": (subject) => {
    const name = nameOf(subject);
    const secret = text(subject, "type") === "SecureString";
    return {
      id: name,
      name,
      arn: arn(subject, "ssm", `parameter${name.startsWith("/") ? "" : "/"}${name}`),
      dataType: "text",
      tier: "Standard",
      keyId: secret ? "alias/aws/ssm" : "",
      insecureValue: secret ? undefined : text(subject, "value", text(subject, "insecureValue")),
      value: text(subject, "value", text(subject, "insecureValue")),
      hasValueWo: subject.inputs["valueWo"] !== undefined,
    };
  },
  "secretsmanager/secret": (subject) => {
    const name = nameOf(subject);
    const id = arn(subject, "secretsmanager", `secret:${name}-${letters(subject, 6)}`);
    return { id, arn: id, name };
  },
  "secretsmanager/secretVersion": (subject) => {
    const secret = text(subject, "secretId");
    const versionId = uuid(subject);
    const id = `${secret}|${versionId}`;
    return { id, arn: secret, versionId, versionStages: ["AWSCURRENT"], hasSecretStringWo: "secretStringWo" in subject.inputs };
  },
  "secretsmanager/secretPolicy": (subject) => ({ id: text(subject, "secretArn") }),
  "acm/certificate": (subject) => {
    const id = arn(subject, "acm", `certificate/${uuid(subject)}`);
    const alternatives = subject.inputs["subjectAlternativeNames"];
    const domains = [text(subject, "domainName"), ...(Array.isArray(alternatives) ? (alternatives as string[]) : [])];
    return {
      id,
      arn: id,
      domainValidationOptions: [...new Set(domains)].map((domainName) => ({
        domainName,
        resourceRecordName: `_${hex(subject, 32, domainName)}.${domainName.replace(/^\*\./, "")}.`,
        resourceRecordType: "CNAME",
        resourceRecordValue: `_${hex(subject, 32, `${domainName} value`)}.acm-validations.aws.`,
      })),
      keyAlgorithm: "RSA_2048",
      status: "PENDING_VALIDATION",
      type: "AMAZON_ISSUED",
      renewalEligibility: "INELIGIBLE",
      validationEmails: [],
    };
  },
  "acm/certificateValidation": (subject) => ({ id: subject.created }),
  "route53/zone": (subject) => {
    const zoneId = `Z${capitals(subject, 20)}`;
    const servers = [1, 2, 3, 4].map((index) => `ns-${index * 411}.awsdns-${index * 13}.${["com", "net", "org", "co.uk"][index - 1]}`);
    return {
      id: zoneId,
      zoneId,
      arn: `arn:${subject.partition}:route53:::hostedzone/${zoneId}`,
      nameServers: servers,
      primaryNameServer: servers[0],
    };
  },
  "route53/record": (subject) => {
    const name = text(subject, "name");
    const zone = subject.store.byId("aws:route53/zone:Zone", text(subject, "zoneId"))?.outputs["name"];
    const domain = typeof zone === "string" ? zone.replace(/\.$/, "") : "";
    const full = domain === "" || name.replace(/\.$/, "").endsWith(domain) ? name.replace(/\.$/, "") : `${name}.${domain}`;
    return { id: `${text(subject, "zoneId")}_${name}_${text(subject, "type")}`, fqdn: full };
  },
  "wafv2/webAcl": (subject) => ({ ...regionalWaf(subject, "webacl"), capacity: 1, lockToken: uuid(subject, "lock") }),
  "wafv2/ipSet": (subject) => ({ ...regionalWaf(subject, "ipset"), lockToken: uuid(subject, "lock") }),
  "wafv2/ruleGroup": (subject) => ({ ...regionalWaf(subject, "rulegroup"), lockToken: uuid(subject, "lock") }),
  "wafv2/webAclAssociation": (subject) => ({ id: `${text(subject, "webAclArn")},${text(subject, "resourceArn")}` }),
  "wafv2/webAclLoggingConfiguration": (subject) => ({ id: text(subject, "resourceArn") }),
  "appautoscaling/target": (subject) => ({
    id: text(subject, "resourceId"),
    arn: arn(subject, "application-autoscaling", `scalable-target/${hex(subject, 28)}`),
    roleArn: arn(
      subject,
      "iam",
      "role/aws-service-role/ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService",
      "global",
    ),
  }),
  "appautoscaling/policy": (subject) => {
    const name = nameOf(subject);
    const target = `resource/${text(subject, "serviceNamespace")}/${text(subject, "resourceId")}`;
    const policy = `scalingPolicy:${uuid(subject)}:${target}:policyName/${name}`;
    return { id: name, name, arn: arn(subject, "autoscaling", policy), alarmArns: [] };
  },
  "appautoscaling/scheduledAction": (subject) => {
    const name = nameOf(subject);
    const target = `resource/${text(subject, "serviceNamespace")}/${text(subject, "resourceId")}`;
    const action = `scheduledAction:${uuid(subject)}:${target}:scheduledActionName/${name}`;
    return { id: `${name}-${target}`, name, arn: arn(subject, "autoscaling", action) };
  },
  "lambda/function": (subject) => {
    const name = nameOf(subject);
    const id = arn(subject, "lambda", `function:${name}`);
    const invoke = `arn:${subject.partition}:apigateway:${subject.region}:lambda:path/2015-03-31/functions/${id}/invocations`;
    return { id: name, name, arn: id, invokeArn: invoke, qualifiedArn: `${id}:$LATEST`, version: "$LATEST" };
  },
  "cloudcontrol/resource": (subject) => {
    const properties = text(subject, "desiredState", "{}");
    return { id: hex(subject, 32), properties };
  },
  "servicediscovery/privateDnsNamespace": (subject) => {
    const id = `ns-${capitals(subject, 16).toLowerCase()}`;
    return { id, arn: arn(subject, "servicediscovery", `namespace/${id}`), hostedZone: `Z${capitals(subject, 20)}` };
  },
  "servicediscovery/service": (subject) => {
    const id = `srv-${capitals(subject, 16).toLowerCase()}`;
    return { id, arn: arn(subject, "servicediscovery", `service/${id}`) };
  },
};
