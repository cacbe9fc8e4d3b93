import { iamTrustServiceSource } from "../../../policies/iam/trustServiceSource";
import { unknown } from "../../support/policy";
import { account, arn, roleTrusting, table, trust, trustBasics } from "./documents";

const build = { Service: "codebuild.amazonaws.com" };
const from = (key: string, value: unknown, operator = "StringEquals") => ({ [operator]: { [key]: value } });
const found = ["sts:AssumeRole|codebuild.amazonaws.com"];

describe("iam-trust-service-source", () => {
  trustBasics(iamTrustServiceSource);
  table(iamTrustServiceSource, [
    ["passes the own account", roleTrusting(trust(build, from("aws:SourceAccount", account))), []],
    [
      "passes a project of the own account",
      roleTrusting(trust(build, from("aws:SourceArn", arn("codebuild", "project/*"), "ArnLike"))),
      [],
    ],
    [
      "passes the account of the resource",
      roleTrusting(trust(build, from("aws:SourceAccount", "${aws:ResourceAccount}"))),
      [],
    ],
    ["refuses a missing condition", roleTrusting(trust(build)), found],
    ["refuses another account", roleTrusting(trust(build, from("aws:SourceAccount", "210987654321"))), found],
    [
      "refuses an ARN of another account",
      roleTrusting(trust(build, from("aws:SourceArn", "arn:aws:codebuild:eu-west-1:210987654321:project/a"))),
      found,
    ],
    ["refuses any account", roleTrusting(trust(build, from("aws:SourceAccount", "*", "StringLike"))), found],
    [
      "refuses an ARN of any account",
      roleTrusting(trust(build, from("aws:SourceArn", "arn:aws:codebuild:*:*:project/a", "ArnLike"))),
      found,
    ],
    ["refuses IfExists", roleTrusting(trust(build, from("aws:SourceAccount", account, "StringEqualsIfExists"))), found],
    [
      "refuses a condition on something else",
      roleTrusting(trust(build, from("aws:RequestedRegion", "eu-west-1"))),
      found,
    ],
    [
      "reads regional names",
      roleTrusting(trust({ Service: "logs.eu-west-1.amazonaws.com" })),
      ["sts:AssumeRole|logs.amazonaws.com"],
    ],
    [
      "names a service once that stands there under the names of several regions",
      roleTrusting(trust({ Service: ["codedeploy.eu-west-1.amazonaws.com", "codedeploy.us-east-1.amazonaws.com"] })),
      ["sts:AssumeRole|codedeploy.amazonaws.com"],
    ],
    [
      "names each service of a list",
      roleTrusting(trust({ Service: ["codebuild.amazonaws.com", "lambda.amazonaws.com", "events.amazonaws.com"] })),
      [...found, "sts:AssumeRole|events.amazonaws.com"],
    ],
    [
      "cannot decide an unknown account",
      roleTrusting(trust(build, from("aws:SourceAccount", unknown))),
      ['undecided assumeRolePolicy.Statement[0].Condition.StringEquals["aws:SourceAccount"]'],
    ],
  ]);
  table(
    iamTrustServiceSource,
    [
      [
        "passes any account while nobody said which is the own one",
        roleTrusting(trust(build, from("aws:SourceAccount", "210987654321"))),
        [],
      ],
    ],
    { ownAccounts: [] },
  );
  table(
    iamTrustServiceSource,
    [["passes a trusted account", roleTrusting(trust(build, from("aws:SourceAccount", "210987654321"))), []]],
    { trustedAccounts: ["210987654321"] },
  );
});
