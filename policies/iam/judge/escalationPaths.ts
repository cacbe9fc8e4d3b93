/**
 * Ways to gain rights that nobody gave. Seed: cloudsplaining's sets, which hold Rhino Security Labs' methods and those of
 * pathfinding.cloud. `containment` says when a set is no escalation after all:
 * `never`; `self`: for the calling user; `named`: on named resources; `passed`: the passed roles are exact and stay within
 * the ceiling.
 */
export interface EscalationPath {
  /** Page on pathfinding.cloud, where there is one. */
  readonly page: string | undefined;
  readonly idea: string;
  readonly containment: "never" | "self" | "named" | "passed";
  /** One of each group is needed. In lower case. */
  readonly needs: readonly (readonly string[])[];
}

const single = (idea: string, page: string | undefined, ...actions: string[]): EscalationPath => ({
  page,
  idea,
  containment: "never",
  needs: [actions],
});
const credential = (idea: string, page: string, action: string): EscalationPath => ({
  ...single(idea, page, action),
  containment: "self",
});
const passing = (idea: string, page: string | undefined, ...groups: string[][]): EscalationPath => ({
  page,
  idea: `pass a role to ${idea}`,
  containment: "passed",
  needs: [["iam:passrole"], ...groups],
});
const session = (idea: string, page: string | undefined, ...groups: string[][]): EscalationPath => ({
  page,
  idea,
  containment: "named",
  needs: groups,
});

export const escalationPaths: readonly EscalationPath[] = [
  credential("create a credential", "iam-002", "iam:createaccesskey"),
  credential("create a password", "iam-004", "iam:createloginprofile"),
  credential("change a password", "iam-006", "iam:updateloginprofile"),
  single("write a policy", "iam-005", "iam:putrolepolicy", "iam:putuserpolicy", "iam:putgrouppolicy"),
  single("attach a policy", "iam-009", "iam:attachrolepolicy", "iam:attachuserpolicy", "iam:attachgrouppolicy"),
  single("write a policy version", "iam-001", "iam:createpolicyversion", "iam:setdefaultpolicyversion"),
  single("join a group", "iam-013", "iam:addusertogroup"),
  single(
    "remove a permissions boundary",
    undefined,
    "iam:deleterolepermissionsboundary",
    "iam:deleteuserpermissionsboundary",
  ),
  single("change who may assume a role", "iam-012", "iam:updateassumerolepolicy"),
  single("replace the code of a function", "lambda-003", "lambda:updatefunctioncode"),
  single("replace the code of a Glue endpoint", "glue-002", "glue:updatedevendpoint"),
  passing(
    "a build",
    "codebuild-001",
    ["codebuild:createproject", "codebuild:updateproject"],
    ["codebuild:startbuild", "codebuild:startbuildbatch"],
  ),
  passing(
    "a container",
    "ecs-001",
    ["ecs:registertaskdefinition"],
    ["ecs:runtask", "ecs:starttask", "ecs:createservice", "ecs:updateservice"],
  ),
  passing(
    "a function",
    "lambda-001",
    ["lambda:createfunction"],
    [
      "lambda:invokefunction",
      "lambda:createeventsourcemapping",
      "lambda:addpermission",
      "lambda:createfunctionurlconfig",
    ],
  ),
  passing("a stack", "cloudformation-001", [
    "cloudformation:createstack",
    "cloudformation:createstackset",
    "cloudformation:updatestackset",
  ]),
  passing("a machine", "ec2-001", ["ec2:runinstances", "ec2:requestspotinstances"]),
  passing("a schedule or rule", undefined, [
    "events:puttargets",
    "scheduler:createschedule",
    "scheduler:updateschedule",
  ]),
  passing("a pipeline", undefined, ["codepipeline:createpipeline", "codepipeline:updatepipeline"]),
  passing("a Glue endpoint", "glue-001", ["glue:createdevendpoint"]),
  passing("a Glue job", "glue-003", ["glue:createjob", "glue:updatejob"], ["glue:startjobrun", "glue:createtrigger"]),
  passing("a data pipeline", "datapipeline-001", ["datapipeline:createpipeline"]),
  passing("an App Runner service", "apprunner-001", ["apprunner:createservice"]),
  passing("a notebook or training job", "sagemaker-001", [
    "sagemaker:createnotebookinstance",
    "sagemaker:createtrainingjob",
    "sagemaker:createprocessingjob",
  ]),
  passing(
    "a state machine",
    undefined,
    ["states:createstatemachine", "states:updatestatemachine"],
    ["states:startexecution", "states:startsyncexecution"],
  ),
  session("open a notebook of another role", "sagemaker-004", ["sagemaker:createpresignednotebookinstanceurl"]),
  session("log in to any machine", "ec2instanceconnect-003", ["ec2-instance-connect:sendsshpublickey"]),
  session("enter any container", "ecs-006", ["ecs:executecommand"]),
  session("run commands on any machine", undefined, ["ssm:sendcommand", "ssm:startsession"]),
  session(
    "change any stack under its role",
    "cloudformation-005",
    ["cloudformation:createchangeset"],
    ["cloudformation:executechangeset"],
  ),
];
