import type { Format, Formats } from "./subject";
import { arn, nameOf, text } from "./subject";

const ofRegistry: Format = (subject) => ({ id: subject.account, registryId: subject.account });
const ofRepository: Format = (subject) => ({ id: text(subject, "repository"), registryId: subject.account });

export const ecr: Formats = {
  "ecr/repository": (subject) => {
    const name = nameOf(subject);
    return {
      id: name,
      name,
      arn: arn(subject, "ecr", `repository/${name}`),
      registryId: subject.account,
      repositoryUrl: `${subject.account}.dkr.ecr.${subject.region}.amazonaws.com/${name}`,
    };
  },
  "ecr/lifecyclePolicy": ofRepository,
  "ecr/repositoryPolicy": ofRepository,
  "ecr/registryPolicy": ofRegistry,
  "ecr/registryScanningConfiguration": ofRegistry,
  "ecr/replicationConfiguration": ofRegistry,
  "ecr/accountSetting": (subject) => ({ id: nameOf(subject) }),
  "ecr/pullTimeUpdateExclusion": (subject) => ({ id: text(subject, "principalArn") }),
  "ecr/pullThroughCacheRule": (subject) => ({
    id: text(subject, "ecrRepositoryPrefix"),
    registryId: subject.account,
    upstreamRepositoryPrefix: text(subject, "upstreamRepositoryPrefix", "ROOT"),
  }),
  "ecr/repositoryCreationTemplate": (subject) => ({ id: text(subject, "prefix"), registryId: subject.account }),
};
