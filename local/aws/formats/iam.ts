import type { Formats } from "./subject";
import { arn, capitals, nameOf, text } from "./subject";

export const iam: Formats = {
  "iam/role": (subject) => {
    const name = nameOf(subject);
    return {
      id: name,
      name,
      arn: arn(subject, "iam", `role${text(subject, "path", "/")}${name}`, "global"),
      uniqueId: `AROA${capitals(subject, 17)}`,
      createDate: subject.created,
    };
  },
  "iam/policy": (subject) => {
    const name = nameOf(subject);
    const id = arn(subject, "iam", `policy${text(subject, "path", "/")}${name}`, "global");
    return { id, name, arn: id, policyId: `ANPA${capitals(subject, 17)}`, attachmentCount: 0 };
  },
  "iam/rolePolicy": (subject) => {
    const name = nameOf(subject);
    return { id: `${text(subject, "role")}:${name}`, name };
  },
  "iam/rolePolicyAttachment": (subject) => ({ id: `${text(subject, "role")}/${text(subject, "policyArn")}` }),
  "iam/instanceProfile": (subject) => {
    const name = nameOf(subject);
    return {
      id: name,
      name,
      arn: arn(subject, "iam", `instance-profile${text(subject, "path", "/")}${name}`, "global"),
      uniqueId: `AIPA${capitals(subject, 17)}`,
      createDate: subject.created,
    };
  },
  "iam/user": (subject) => {
    const name = nameOf(subject);
    return {
      id: name,
      name,
      arn: arn(subject, "iam", `user${text(subject, "path", "/")}${name}`, "global"),
      uniqueId: `AIDA${capitals(subject, 17)}`,
    };
  },
  "iam/group": (subject) => {
    const name = nameOf(subject);
    return {
      id: name,
      name,
      arn: arn(subject, "iam", `group${text(subject, "path", "/")}${name}`, "global"),
      uniqueId: `AGPA${capitals(subject, 17)}`,
    };
  },
  "iam/openIdConnectProvider": (subject) => {
    const id = arn(subject, "iam", `oidc-provider/${text(subject, "url").replace(/^https:\/\//, "")}`, "global");
    return { id, arn: id };
  },
  "iam/serviceLinkedRole": (subject) => {
    const service = text(subject, "awsServiceName");
    const name = `AWSServiceRoleFor${service.split(".")[0] ?? ""}`;
    const id = arn(subject, "iam", `role/aws-service-role/${service}/${name}`, "global");
    return { id, arn: id, name, path: `/aws-service-role/${service}/`, uniqueId: `AROA${capitals(subject, 17)}` };
  },
};
