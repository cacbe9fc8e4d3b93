import type { Formats } from "./subject";
import { afterSlash, arn, hex, nameOf, text, uuid } from "./subject";

/** CloudWatch, EventBridge, SNS, SQS. */
export const observability: Formats = {
  "cloudwatch/logGroup": (subject) => {
    const name = nameOf(subject);
    return { id: name, name, arn: arn(subject, "logs", `log-group:${name}`), logGroupClass: "STANDARD" };
  },
  "cloudwatch/logStream": (subject) => {
    const name = nameOf(subject);
    return {
      id: name,
      name,
      arn: arn(subject, "logs", `log-group:${text(subject, "logGroupName")}:log-stream:${name}`),
    };
  },
  "cloudwatch/logMetricFilter": (subject) => ({ id: nameOf(subject), name: nameOf(subject) }),
  "cloudwatch/logResourcePolicy": (subject) => ({ id: text(subject, "policyName", subject.logicalName) }),
  "cloudwatch/logSubscriptionFilter": (subject) => ({ id: `cwlsf-${hex(subject, 10)}`, name: nameOf(subject) }),
  "cloudwatch/metricAlarm": (subject) => {
    const name = nameOf(subject);
    return { id: name, name, arn: arn(subject, "cloudwatch", `alarm:${name}`), evaluateLowSampleCountPercentiles: "" };
  },
  "cloudwatch/compositeAlarm": (subject) => {
    const name = text(subject, "alarmName");
    return { id: name, arn: arn(subject, "cloudwatch", `alarm:${name}`) };
  },
  "cloudwatch/dashboard": (subject) => {
    const name = text(subject, "dashboardName");
    return { id: name, dashboardArn: arn(subject, "cloudwatch", `dashboard/${name}`, "global") };
  },
  "cloudwatch/eventBus": (subject) => {
    const name = text(subject, "name", subject.logicalName);
    return { id: name, arn: arn(subject, "events", `event-bus/${name}`) };
  },
  "cloudwatch/eventRule": (subject) => {
    const name = nameOf(subject);
    const bus = afterSlash(text(subject, "eventBusName", "default"));
    const path = bus === "default" ? name : `${bus}/${name}`;
    return { id: path, name, arn: arn(subject, "events", `rule/${path}`) };
  },
  "cloudwatch/eventTarget": (subject) => {
    const targetId = text(subject, "targetId", `terraform-${hex(subject, 26)}`);
    const bus = text(subject, "eventBusName", "default");
    const rule = text(subject, "rule");
    return { id: bus === "default" ? `${rule}-${targetId}` : `${bus}-${rule}-${targetId}`, targetId };
  },
  "sns/topic": (subject) => {
    const name = nameOf(subject);
    const id = arn(subject, "sns", name);
    return {
      id,
      arn: id,
      name,
      owner: subject.account,
      beginningArchiveTime: "",
      policy: defaultTopicPolicy(id, subject.account),
    };
  },
  "sns/topicPolicy": (subject) => ({ id: text(subject, "arn"), owner: subject.account }),
  "sns/topicSubscription": (subject) => {
    const id = `${text(subject, "topic")}:${uuid(subject)}`;
    const pending = /^(email|http)/.test(text(subject, "protocol"));
    return {
      id,
      arn: id,
      ownerId: subject.account,
      pendingConfirmation: pending,
      confirmationWasAuthenticated: !pending,
    };
  },
  "sqs/queue": (subject) => {
    const name = nameOf(subject);
    const url = `https://sqs.${subject.region}.amazonaws.com/${subject.account}/${name}`;
    return { id: url, url, name, arn: arn(subject, "sqs", name) };
  },
  "sqs/queuePolicy": (subject) => ({ id: text(subject, "queueUrl") }),
};

function defaultTopicPolicy(topic: string, account: string): string {
  const statement = {
    Sid: "__default_statement_ID",
    Effect: "Allow",
    Principal: { AWS: "*" },
    Action: ["SNS:GetTopicAttributes", "SNS:Publish", "SNS:Subscribe"],
    Resource: topic,
    Condition: { StringEquals: { "AWS:SourceOwner": account } },
  };
  return JSON.stringify({ Version: "2008-10-17", Id: "__default_policy_ID", Statement: [statement] });
}
