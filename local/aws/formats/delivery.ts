import type { Format, Formats } from "./subject";
import { arn, hex, nameOf, text, uuid } from "./subject";

const connection: Format = (subject) => {
  // The older token makes connections under the new prefix since July 2024.
  const id = arn(subject, "codeconnections", `connection/${uuid(subject)}`);
  return { id, arn: id, connectionStatus: "PENDING", providerType: text(subject, "providerType") };
};

const host: Format = (subject) => {
  const id = arn(subject, "codeconnections", `host/${nameOf(subject)}-${hex(subject, 8)}`);
  return { id, arn: id, status: "PENDING" };
};

/** CodeBuild, CodePipeline, CodeDeploy, CodeCommit and their connections. */
export const delivery: Formats = {
  "codebuild/project": (subject) => {
    const name = nameOf(subject);
    const id = arn(subject, "codebuild", `project/${name}`);
    return {
      id,
      arn: id,
      name,
      badgeUrl: "",
      publicProjectAlias: "",
      encryptionKey: arn(subject, "kms", "alias/aws/s3"),
      description: "",
      sourceVersion: "",
    };
  },
  "codebuild/reportGroup": (subject) => {
    const id = arn(subject, "codebuild", `report-group/${nameOf(subject)}`);
    return { id, arn: id, created: subject.created };
  },
  "codebuild/webhook": (subject) => ({
    id: text(subject, "projectName"),
    payloadUrl: `https://codebuild.${subject.region}.amazonaws.com/webhooks?t=${hex(subject, 64)}`,
    url: "",
    secret: hex(subject, 40, "secret"),
  }),
  "codebuild/sourceCredential": (subject) => {
    const id = arn(subject, "codebuild", `token/${text(subject, "serverType").toLowerCase()}`);
    return { id, arn: id };
  },
  "codepipeline/pipeline": (subject) => {
    const name = nameOf(subject);
    return { id: name, name, arn: arn(subject, "codepipeline", name), triggerAlls: [] };
  },
  "codepipeline/webhook": (subject) => {
    const id = arn(subject, "codepipeline", `webhook:${nameOf(subject)}`);
    return { id, arn: id, url: `https://${subject.region}.webhooks.aws/trigger?t=${hex(subject, 64)}` };
  },
  "codeconnections/connection": connection,
  "codestarconnections/connection": connection,
  "codeconnections/host": host,
  "codestarconnections/host": host,
  "codestarnotifications/notificationRule": (subject) => {
    const id = arn(subject, "codestar-notifications", `notificationrule/${hex(subject, 40)}`);
    return { id, arn: id, name: nameOf(subject) };
  },
  "codecommit/repository": (subject) => {
    const name = text(subject, "repositoryName");
    const place = `git-codecommit.${subject.region}.amazonaws.com/v1/repos/${name}`;
    return {
      id: name,
      arn: arn(subject, "codecommit", name),
      repositoryId: uuid(subject),
      cloneUrlHttp: `https://${place}`,
      cloneUrlSsh: `ssh://${place}`,
    };
  },
  "codedeploy/application": (subject) => {
    const name = nameOf(subject);
    return { id: name, name, arn: arn(subject, "codedeploy", `application:${name}`), applicationId: uuid(subject) };
  },
  "codedeploy/deploymentGroup": (subject) => {
    const name = `${text(subject, "appName")}/${text(subject, "deploymentGroupName")}`;
    const deploymentGroupId = uuid(subject);
    return { id: deploymentGroupId, deploymentGroupId, arn: arn(subject, "codedeploy", `deploymentgroup:${name}`) };
  },
  "signer/signingProfile": (subject) => {
    const name = nameOf(subject);
    const version = hex(subject, 10);
    const id = arn(subject, "signer", `/signing-profiles/${name}`);
    return { id: name, name, arn: id, version, versionArn: `${id}/${version}`, status: "Active" };
  },
};
