import { strict as assert } from "node:assert";
import * as arns from "../../../../infra/components/shared/arns";

const where = { partition: "aws-us-gov", region: "us-gov-west-1", account: "123456789012" };
const regional = "us-gov-west-1:123456789012";

describe("arns", () => {
  const table: [string, string, string][] = [
    ["bucket", arns.bucket(where, "one"), "arn:aws-us-gov:s3:::one"],
    ["objects", arns.objects(where, "one"), "arn:aws-us-gov:s3:::one/*"],
    ["objects under a prefix", arns.objects(where, "one", "logs/"), "arn:aws-us-gov:s3:::one/logs/*"],
    ["account root", arns.accountRoot(where), "arn:aws-us-gov:iam::123456789012:root"],
    ["role", arns.role(where, "one"), "arn:aws-us-gov:iam::123456789012:role/one"],
    ["role with a path", arns.role(where, "one", "/a/"), "arn:aws-us-gov:iam::123456789012:role/a/one"],
    ["key", arns.key(where, "1-2"), `arn:aws-us-gov:kms:${regional}:key/1-2`],
    ["repository", arns.repository(where, "team/app"), `arn:aws-us-gov:ecr:${regional}:repository/team/app`],
    ["log group", arns.logGroup(where, "/a"), `arn:aws-us-gov:logs:${regional}:log-group:/a`],
    ["log streams", arns.logStreams(where, "/a"), `arn:aws-us-gov:logs:${regional}:log-group:/a:*`],
    ["build project", arns.buildProject(where, "one"), `arn:aws-us-gov:codebuild:${regional}:project/one`],
    ["pipeline", arns.pipeline(where, "one"), `arn:aws-us-gov:codepipeline:${regional}:one`],
    ["service", arns.service(where, "c", "s"), `arn:aws-us-gov:ecs:${regional}:service/c/s`],
    ["task definitions", arns.taskDefinitions(where, "f"), `arn:aws-us-gov:ecs:${regional}:task-definition/f:*`],
    ["alarm", arns.alarm(where, "one"), `arn:aws-us-gov:cloudwatch:${regional}:alarm:one`],
    ["parameter", arns.parameter(where, "/app/image"), `arn:aws-us-gov:ssm:${regional}:parameter/app/image`],
    ["parameter without slash", arns.parameter(where, "image"), `arn:aws-us-gov:ssm:${regional}:parameter/image`],
    ["signing profile", arns.signingProfile(where, "p"), `arn:aws-us-gov:signer:${regional}:/signing-profiles/p`],
  ];
  for (const [what, built, expected] of table) it(`writes a ${what}`, () => assert.equal(built, expected));
});
