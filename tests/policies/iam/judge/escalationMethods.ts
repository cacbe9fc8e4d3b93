/**
 * The methods of https://pathfinding.cloud/paths/ and of Rhino Security Labs' list that the pack looks for: the page, what
 * a holder gains, and the actions, of which one from each group is needed.
 */
export interface Method {
  readonly page: string;
  readonly gain: string;
  readonly groups: readonly (readonly string[])[];
}

const method = (page: string, gain: string, ...groups: string[][]): Method => ({ page, gain, groups });
const pass = ["iam:PassRole"];
const interpreter = [["bedrock-agentcore:StartCodeInterpreterSession"], ["bedrock-agentcore:InvokeCodeInterpreter"]];

export const methods: readonly Method[] = [
  method("iam-002", "create a credential", ["iam:CreateAccessKey"]),
  method("iam-004", "create a password", ["iam:CreateLoginProfile"]),
  method("iam-006", "change a password", ["iam:UpdateLoginProfile"]),
  method("iam-005", "write a policy", ["iam:PutRolePolicy", "iam:PutUserPolicy", "iam:PutGroupPolicy"]),
  method("iam-009", "attach a policy", ["iam:AttachRolePolicy", "iam:AttachUserPolicy", "iam:AttachGroupPolicy"]),
  method("iam-001", "write a policy version", ["iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion"]),
  method("iam-013", "join a group", ["iam:AddUserToGroup"]),
  method("", "remove a permissions boundary", [
    "iam:DeleteRolePermissionsBoundary",
    "iam:DeleteUserPermissionsBoundary",
  ]),
  method("iam-012", "change who may assume a role", ["iam:UpdateAssumeRolePolicy"]),
  method("lambda-003", "replace the code of a function", ["lambda:UpdateFunctionCode"]),
  method("glue-002", "replace the code of a Glue endpoint", ["glue:UpdateDevEndpoint"]),
  method(
    "codebuild-001",
    "pass a role to a build",
    pass,
    ["codebuild:CreateProject", "codebuild:UpdateProject"],
    ["codebuild:StartBuild", "codebuild:StartBuildBatch"],
  ),
  method(
    "ecs-001",
    "pass a role to a container",
    pass,
    ["ecs:RegisterTaskDefinition"],
    ["ecs:RunTask", "ecs:StartTask", "ecs:CreateService", "ecs:UpdateService"],
  ),
  method(
    "lambda-001",
    "pass a role to a function",
    pass,
    ["lambda:CreateFunction"],
    [
      "lambda:InvokeFunction",
      "lambda:CreateEventSourceMapping",
      "lambda:AddPermission",
      "lambda:CreateFunctionUrlConfig",
    ],
  ),
  method("cloudformation-001", "pass a role to a stack", pass, [
    "cloudformation:CreateStack",
    "cloudformation:CreateStackSet",
    "cloudformation:UpdateStackSet",
  ]),
  method("ec2-001", "pass a role to a machine", pass, ["ec2:RunInstances", "ec2:RequestSpotInstances"]),
  method("", "pass a role to a schedule or rule", pass, [
    "events:PutTargets",
    "scheduler:CreateSchedule",
    "scheduler:UpdateSchedule",
  ]),
  method("", "pass a role to a pipeline", pass, ["codepipeline:CreatePipeline", "codepipeline:UpdatePipeline"]),
  method("glue-001", "pass a role to a Glue endpoint", pass, ["glue:CreateDevEndpoint"]),
  method(
    "glue-003",
    "pass a role to a Glue job",
    pass,
    ["glue:CreateJob", "glue:UpdateJob"],
    ["glue:StartJobRun", "glue:CreateTrigger"],
  ),
  method("datapipeline-001", "pass a role to a data pipeline", pass, ["datapipeline:CreatePipeline"]),
  method("apprunner-001", "pass a role to an App Runner service", pass, ["apprunner:CreateService"]),
  method("sagemaker-001", "pass a role to a notebook or training job", pass, [
    "sagemaker:CreateNotebookInstance",
    "sagemaker:CreateTrainingJob",
    "sagemaker:CreateProcessingJob",
  ]),
  method(
    "",
    "pass a role to a state machine",
    pass,
    ["states:CreateStateMachine", "states:UpdateStateMachine"],
    ["states:StartExecution", "states:StartSyncExecution"],
  ),
  method(
    "bedrock-001",
    "pass a role to a code interpreter",
    pass,
    ["bedrock-agentcore:CreateCodeInterpreter"],
    ...interpreter,
  ),
  method("bedrock-002", "run code in any code interpreter", ...interpreter),
  method(
    "ec2-002",
    "change what any machine runs when it starts",
    ["ec2:ModifyInstanceAttribute"],
    ["ec2:StopInstances"],
    ["ec2:StartInstances"],
  ),
  method(
    "ec2-004",
    "change what new machines of any launch template run",
    ["ec2:CreateLaunchTemplateVersion"],
    ["ec2:ModifyLaunchTemplate"],
  ),
  method("sagemaker-004", "open a notebook of another role", ["sagemaker:CreatePresignedNotebookInstanceUrl"]),
  method(
    "sagemaker-005",
    "change what any notebook runs when it starts",
    ["sagemaker:CreateNotebookInstanceLifecycleConfig", "sagemaker:UpdateNotebookInstanceLifecycleConfig"],
    ["sagemaker:UpdateNotebookInstance"],
    ["sagemaker:StopNotebookInstance"],
    ["sagemaker:StartNotebookInstance"],
  ),
  method("ec2instanceconnect-003", "log in to any machine", ["ec2-instance-connect:SendSSHPublicKey"]),
  method("ecs-006", "enter any container", ["ecs:ExecuteCommand"]),
  method("", "run commands on any machine", ["ssm:SendCommand", "ssm:StartSession"]),
  method(
    "cloudformation-005",
    "change any stack under its role",
    ["cloudformation:CreateChangeSet"],
    ["cloudformation:ExecuteChangeSet"],
  ),
];
