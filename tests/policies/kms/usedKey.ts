/** A key with its policy, and what makes services use it. */
import { kmsUsable } from "../../../policies/kms/usable";
import { type Described, judgeStack, stackOf, unknown } from "../../support/policy";

export const keyType = "aws:kms/key:Key";

export const allowing = (
  service: string,
  Action: readonly string[] = ["kms:Decrypt", "kms:GenerateDataKey*"],
  Condition?: object,
) => ({ Effect: "Allow", Principal: { Service: service }, Action, Resource: "*", ...(Condition && { Condition }) });

export const key = (...statements: object[]) => ({
  type: keyType,
  name: "key",
  props: { policy: JSON.stringify({ Version: "2012-10-17", Statement: statements }) },
});

const encrypted = (type: string, name: string, property: string) => ({
  type,
  name,
  props: { [property]: unknown },
  dependsOn: { [property]: ["key"] },
});

export const logGroup = encrypted("aws:cloudwatch/logGroup:LogGroup", "logs", "kmsKeyId");
export const encryptedTopic = encrypted("aws:sns/topic:Topic", "topic", "kmsMasterKeyId");
export const bus = encrypted("aws:cloudwatch/eventBus:EventBus", "bus", "kmsKeyIdentifier");
export const archive = encrypted("aws:cloudwatch/eventArchive:EventArchive", "archive", "kmsKeyIdentifier");
export const trail = encrypted("aws:cloudtrail/trail:Trail", "trail", "kmsKeyId");

const toTopic = (type: string, name: string, property: string) => ({
  type,
  name,
  dependsOn: { [property]: ["topic"] },
});

export const alarm = toTopic("aws:cloudwatch/metricAlarm:MetricAlarm", "alarm", "alarmActions");
export const eventTarget = toTopic("aws:cloudwatch/eventTarget:EventTarget", "target", "arn");

/** The findings by service. */
export const judged = async (...list: Described[]): Promise<string[]> =>
  (await judgeStack(kmsUsable, stackOf(...list))).map(({ outcome, detail }) => `${outcome} ${detail ?? ""}`);
