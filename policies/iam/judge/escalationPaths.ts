import { credential, type EscalationPath, passing, session, single } from "./escalationPath";

/**
 * Ways to gain rights that nobody gave. Seed: cloudsplaining's sets, which hold Rhino Security Labs' methods and those of
 * pathfinding.cloud.
 */
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
  passing(
    "a code interpreter",
    "bedrock-001",
    ["bedrock-agentcore:createcodeinterpreter"],
    ["bedrock-agentcore:startcodeinterpretersession"],
    ["bedrock-agentcore:invokecodeinterpreter"],
  ),
  session(
    "run code in any code interpreter",
    "bedrock-002",
    ["bedrock-agentcore:startcodeinterpretersession"],
    ["bedrock-agentcore:invokecodeinterpreter"],
  ),
  session(
    "change what any machine runs when it starts",
    "ec2-002",
    ["ec2:modifyinstanceattribute"],
    ["ec2:stopinstances"],
    ["ec2:startinstances"],
  ),
  session(
    "change what new machines of any launch template run",
    "ec2-004",
    ["ec2:createlaunchtemplateversion"],
    ["ec2:modifylaunchtemplate"],
  ),
  session("open a notebook of another role", "sagemaker-004", ["sagemaker:createpresignednotebookinstanceurl"]),
  session(
    "change what any notebook runs when it starts",
    "sagemaker-005",
    ["sagemaker:createnotebookinstancelifecycleconfig", "sagemaker:updatenotebookinstancelifecycleconfig"],
    ["sagemaker:updatenotebookinstance"],
    ["sagemaker:stopnotebookinstance"],
    ["sagemaker:startnotebookinstance"],
  ),
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
