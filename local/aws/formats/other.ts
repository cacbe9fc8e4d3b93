import type { Formats } from "./subject";
import { arn, capitals, hex, letters, nameOf, text, uuid } from "./subject";

/** SSM, Secrets Manager, Application Auto Scaling, Lambda, Cloud Control and Cloud Map. */
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
    return {
      id,
      arn: secret,
      versionId,
      versionStages: ["AWSCURRENT"],
      hasSecretStringWo: "secretStringWo" in subject.inputs,
    };
  },
  "secretsmanager/secretPolicy": (subject) => ({ id: text(subject, "secretArn") }),
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
