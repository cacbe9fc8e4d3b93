import { strict as assert } from "node:assert";
import { iamPrivesc } from "../../../policies/iam/privesc";
import { brief, judgeStack, stackOf, unknown } from "../../support/policy";
import {
  allow,
  arn,
  type Case,
  deny,
  identityBasics,
  policyDocument,
  roleArn,
  rolePolicy,
  table,
  trust,
} from "./documents";

const toTasks = { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } };
const role = (name: string) => ({
  type: "aws:iam/role:Role",
  name,
  props: { name, assumeRolePolicy: policyDocument(trust({ Service: "ecs-tasks.amazonaws.com" })) },
});
const policyOf = (owner: string, name: string, ...statements: object[]) => ({
  ...rolePolicy(...statements),
  name,
  dependsOn: { role: [owner] },
});
const deploy = policyOf(
  "deploy",
  "deploy-policy",
  allow(
    ["ecs:RegisterTaskDefinition", "ecs:UpdateService"],
    [arn("ecs", "task-definition/a:*"), arn("ecs", "service/a/b")],
  ),
  { ...allow("iam:PassRole", roleArn("task"), toTasks), Sid: "Pass" },
);

const interpreter = arn("bedrock-agentcore", "code-interpreter-custom/shop-1a2b3c4d5e");
/** What one changes now runs under the role of something that exists, at its next start. */
const restarts: [actions: string[], named: string][] = [
  [["ec2:ModifyInstanceAttribute", "ec2:StopInstances", "ec2:StartInstances"], arn("ec2", "instance/i-0a1b2c3d")],
  [["ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate"], arn("ec2", "launch-template/lt-0a1b2c3d")],
  [["bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore:InvokeCodeInterpreter"], interpreter],
  [
    [
      "sagemaker:UpdateNotebookInstanceLifecycleConfig",
      "sagemaker:UpdateNotebookInstance",
      "sagemaker:StopNotebookInstance",
      "sagemaker:StartNotebookInstance",
    ],
    arn("sagemaker", "notebook-instance/shop"),
  ],
];

describe("iam-privesc", () => {
  identityBasics(iamPrivesc);
  table(iamPrivesc, [
    ["passes ordinary rights", rolePolicy(allow("s3:GetObject", "arn:aws:s3:::a/*")), []],
    [
      "refuses credentials even of one user",
      rolePolicy(allow("iam:CreateAccessKey", "arn:aws:iam::123456789012:user/a")),
      ["iam:CreateAccessKey|arn:aws:iam::123456789012:user/a"],
    ],
    [
      "refuses new code for one function",
      rolePolicy(allow("lambda:UpdateFunctionCode", arn("lambda", "function:a"))),
      [`lambda:UpdateFunctionCode|${arn("lambda", "function:a")}`],
    ],
    [
      "refuses PassRole on everything with a build",
      rolePolicy(allow(["iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuild"], "*")),
      ["iam:PassRole|*"],
    ],
    ["leaves exact roles to the whole stack", deploy, []],
    [
      "refuses entering any container, not a named one",
      rolePolicy(allow("ecs:ExecuteCommand", "*")),
      ["ecs:ExecuteCommand|*"],
    ],
    [
      "passes entering containers of one cluster",
      rolePolicy(allow("ecs:ExecuteCommand", [arn("ecs", "cluster/a"), arn("ecs", "task/a/*")])),
      [],
    ],
    ...restarts.flatMap(([actions, named]): Case[] => [
      [`refuses ${actions[0]} with what makes it run`, rolePolicy(allow(actions, "*")), [`${actions[0]}|*`]],
      [`passes ${actions[0]} on what is named`, rolePolicy(allow(actions, named)), []],
    ]),
    [
      "refuses to pass any role to a code interpreter",
      rolePolicy(
        allow("iam:PassRole", "*"),
        allow(["bedrock-agentcore:CreateCodeInterpreter", "bedrock-agentcore:StartCodeInterpreterSession"], "*"),
        allow("bedrock-agentcore:InvokeCodeInterpreter", interpreter),
      ),
      ["iam:PassRole|*"],
    ],
    ["takes off what a Deny takes off", rolePolicy(allow("iam:CreateAccessKey", "*"), deny("iam:Create*", "*")), []],
    ["leaves administrators to another control", rolePolicy(allow("*", "*")), []],
    ["leaves unknown actions to another control", rolePolicy(allow(unknown, "*")), []],
  ]);

  const stacks: [behaviour: string, taskMay: object, expected: string[]][] = [
    ["passes roles that stay within the ceiling", allow("sqs:SendMessage", arn("sqs", "a")), []],
    ["refuses to pass an administrator", allow("*", "*"), ["violation policy.Statement[1].Resource"]],
    [
      "refuses to pass a role that may change IAM",
      allow("iam:CreateRole", roleArn("x")),
      ["violation policy.Statement[1].Resource"],
    ],
  ];
  for (const [behaviour, taskMay, expected] of stacks) {
    it(behaviour, async () => {
      const stack = stackOf(role("task"), policyOf("task", "task-policy", taskMay), role("deploy"), deploy);
      assert.deepEqual(brief(await judgeStack(iamPrivesc, stack)), expected);
    });
  }

  it("takes another ceiling from its configuration", async () => {
    const stack = stackOf(
      role("task"),
      policyOf("task", "p", allow("sqs:SendMessage", arn("sqs", "a"))),
      role("deploy"),
      deploy,
    );
    const findings = await judgeStack(iamPrivesc, stack, { config: { ceiling: ["sqs:Send*"] } });
    assert.deepEqual(brief(findings), ["violation policy.Statement[1].Resource"]);
  });

  it("cannot decide a passed role of another stack", async () => {
    assert.deepEqual(brief(await judgeStack(iamPrivesc, stackOf(role("deploy"), deploy))), [
      "undecided policy.Statement[1].Resource",
    ]);
  });

  it("finds what two policies complete together", async () => {
    const stack = stackOf(
      role("build"),
      policyOf("build", "one", allow("iam:PassRole", "*")),
      policyOf("build", "two", allow("ec2:RunInstances", "*")),
    );
    assert.deepEqual(brief(await judgeStack(iamPrivesc, stack)), ["violation policy.Statement[0].Action"]);
  });
});
