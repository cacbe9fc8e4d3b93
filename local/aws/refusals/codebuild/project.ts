import { arnOf, characters, fields, first, items, matches, named, oneOf, show, wholeNumber } from "../checks";
import { unique } from "../duplicates";
import { assumableBy } from "../iam/role";
import { textAt, valuesAt } from "../paths";
import { exists } from "../references";
import type { Rule, RuleTable } from "../rules";
import { refusal } from "../rules";
import { buildspecProblems } from "./buildspec";
import { computeTypesOf, refuseEnvironment } from "./environment";
import { refuseSources } from "./sources";

const code = "InvalidInputException";
export const projectType = "aws:codebuild/project:Project";

const computeTypes = [...new Set(Object.values(computeTypesOf).flat())];
const artifactTypes = ["CODEPIPELINE", "S3", "NO_ARTIFACTS"];
const sourceTypes = [
  ...["CODECOMMIT", "CODEPIPELINE", "GITHUB", "GITLAB", "GITLAB_SELF_MANAGED", "S3"],
  ...["BITBUCKET", "GITHUB_ENTERPRISE", "NO_SOURCE"],
];
const cacheModes = ["LOCAL_DOCKER_LAYER_CACHE", "LOCAL_SOURCE_CACHE", "LOCAL_CUSTOM_CACHE"];
const kmsKey = matches(/^(arn:aws[a-z-]*:kms:|alias\/|[0-9a-f-]{36}$)/, "the ARN of a KMS key or an alias");

export const projectRules: RuleTable = {
  [projectType]: {
    inputs: [
      fields(code, {
        name: named(
          2,
          150,
          /^[A-Za-z0-9][A-Za-z0-9\-_]*$/,
          "letters, digits, - and _, beginning with a letter or digit",
        ),
        description: characters(0, 255),
        buildTimeout: wholeNumber(5, 2160),
        queuedTimeout: wholeNumber(5, 480),
        autoRetryLimit: wholeNumber(0, 10),
        concurrentBuildLimit: wholeNumber(1, 100000),
        encryptionKey: kmsKey,
        serviceRole: arnOf("iam", "role/"),
        projectVisibility: oneOf("PRIVATE", "PUBLIC_READ"),
        "artifacts.type": oneOf(...artifactTypes),
        "artifacts.packaging": oneOf("NONE", "ZIP"),
        "artifacts.namespaceType": oneOf("NONE", "BUILD_ID"),
        "source.type": oneOf(...sourceTypes),
        "source.gitCloneDepth": wholeNumber(0, 2147483647),
        "source.auth.type": oneOf("OAUTH", "CODECONNECTIONS", "SECRETS_MANAGER"),
        "secondarySources[].type": oneOf(...sourceTypes),
        "secondaryArtifacts[].type": oneOf(...artifactTypes),
        secondarySources: items(0, 12),
        secondaryArtifacts: items(0, 12),
        "environment.type": oneOf(...Object.keys(computeTypesOf)),
        "environment.computeType": oneOf(...computeTypes),
        "environment.imagePullCredentialsType": oneOf("CODEBUILD", "SERVICE_ROLE"),
        "environment.hostKernel": oneOf("LINUX_KERNEL_4", "LINUX_KERNEL_6", "LINUX_KERNEL_LATEST"),
        "environment.dockerServer.computeType": oneOf(...computeTypes),
        "environment.environmentVariables[].type": oneOf("PLAINTEXT", "PARAMETER_STORE", "SECRETS_MANAGER"),
        "environment.environmentVariables[].name": first(
          characters(1, 1024),
          matches(/^[^=\s]+$/, "a name without spaces and ="),
        ),
        "cache.type": oneOf("NO_CACHE", "S3", "LOCAL"),
        "cache.modes[]": oneOf(...cacheModes),
        "logsConfig.cloudwatchLogs.status": oneOf("ENABLED", "DISABLED"),
        "logsConfig.s3Logs.status": oneOf("ENABLED", "DISABLED"),
        "vpcConfig.securityGroupIds": items(1, 5),
        "vpcConfig.subnets": items(1, 16),
      }),
      refuseEnvironment,
      refuseSources,
      buildspec("source.buildspec"),
      buildspec("secondarySources[].buildspec"),
      refuseRepeatedVariables,
    ],
    account: [
      unique("ResourceAlreadyExistsException", projectType, "project", { key: "name" }),
      assumableBy(code, "serviceRole", "codebuild.amazonaws.com"),
      exists(code, "vpcConfig.vpcId", "VPC", "aws:ec2/vpc:Vpc"),
      exists(code, "vpcConfig.subnets[]", "subnet", "aws:ec2/subnet:Subnet"),
      exists(code, "vpcConfig.securityGroupIds[]", "security group", "aws:ec2/securityGroup:SecurityGroup"),
    ],
  },
};

function buildspec(path: string): Rule {
  return ({ inputs }) =>
    valuesAt(inputs, path).flatMap(({ path: at, value }) =>
      typeof value === "string"
        ? buildspecProblems(value).map((problem) => refusal(code, at, `${at} is not a buildspec: ${problem}.`))
        : [],
    );
}

function refuseRepeatedVariables({ inputs }: Parameters<Rule>[0]): ReturnType<Rule> {
  const path = "environment.environmentVariables[]";
  const names = valuesAt(inputs, path).map(({ path: at, value }) => ({ at, name: textAt(value, "name") }));
  return names.flatMap(({ at, name }, index) =>
    name !== undefined && names.findIndex((one) => one.name === name) !== index
      ? [
          refusal(
            code,
            `${at}.name`,
            `${at}.name is ${show(name)}, as an earlier variable: duplicate names are not allowed.`,
          ),
        ]
      : [],
  );
}
