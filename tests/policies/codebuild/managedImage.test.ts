import { strict as assert } from "node:assert";
import { cbManagedImage } from "../../../policies/codebuild/managedImage";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:codebuild/project:Project";

describe("cb-managed-image", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes a maintained image", { environment: { image: "aws/codebuild/standard:8.0" } }, []],
    [
      "passes a dated version of it",
      { environment: { image: "aws/codebuild/amazonlinux-x86_64-standard:5.0-25.06.20" } },
      [],
    ],
    [
      "passes an image for Lambda compute",
      { environment: { image: "aws/codebuild/amazonlinux-aarch64-lambda-standard:nodejs22" } },
      [],
    ],
    [
      "passes an image for instances without Docker",
      { environment: { image: "aws/codebuild/ami/amazonlinux-x86_64-base:latest", type: "LINUX_EC2" } },
      [],
    ],
    ["passes an image for Windows", { environment: { image: "aws/codebuild/windows-base:2022-1.0" } }, []],
    [
      "passes an ECR image by digest",
      {
        environment: {
          image:
            "123456789012.dkr.ecr.eu-west-1.amazonaws.com/build@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        },
      },
      [],
    ],
    [
      "refuses an ECR image by tag",
      { environment: { image: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/build:1" } },
      ["violation environment.image"],
    ],
    [
      "refuses an image that is no longer maintained",
      { environment: { image: "aws/codebuild/amazonlinux2-x86_64-standard:4.0" } },
      ["violation environment.image"],
    ],
    [
      "refuses an image whose name only begins like a maintained one",
      { environment: { image: "aws/codebuild/standard:7.01" } },
      ["violation environment.image"],
    ],
    [
      "refuses an image of somebody else",
      { environment: { image: "docker:27@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" } },
      ["violation environment.image"],
    ],
    ["refuses an absent image", {}, ["violation environment.image"]],
    ["cannot decide an unknown image", { environment: { image: unknown } }, ["undecided environment.image"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(cbManagedImage, { type, props })), expected);
    });
  }
});
