import type { Formats } from "./subject";
import { afterSlash, arn, hex, nameOf, text, uuid } from "./subject";

export const kms: Formats = {
  "kms/key": (subject) => {
    const keyId = `${subject.inputs["multiRegion"] === true ? "mrk-" : ""}${uuid(subject)}`;
    return {
      id: keyId,
      keyId,
      arn: arn(subject, "kms", `key/${keyId}`),
      multiRegion: false,
      rotationPeriodInDays: subject.inputs["enableKeyRotation"] === true ? 365 : 0,
      policy: defaultKeyPolicy(subject.partition, subject.account),
    };
  },
  "kms/alias": (subject) => {
    const name = nameOf(subject);
    const key = text(subject, "targetKeyId");
    const keyId = afterSlash(key);
    return {
      id: name,
      name,
      arn: arn(subject, "kms", name),
      targetKeyArn: key.startsWith("arn:") ? key : arn(subject, "kms", `key/${keyId}`),
    };
  },
  "kms/keyPolicy": (subject) => ({ id: text(subject, "keyId") }),
  "kms/grant": (subject) => {
    const grantId = hex(subject, 64);
    return { id: `${text(subject, "keyId")}:${grantId}`, grantId, grantToken: hex(subject, 64, "token") };
  },
};

/** What AWS puts in when a key is created without a policy. */
function defaultKeyPolicy(partition: string, account: string): string {
  const principal = { AWS: `arn:${partition}:iam::${account}:root` };
  const statement = {
    Sid: "Enable IAM User Permissions",
    Effect: "Allow",
    Principal: principal,
    Action: "kms:*",
    Resource: "*",
  };
  return JSON.stringify({ Version: "2012-10-17", Id: "key-default-1", Statement: [statement] });
}
