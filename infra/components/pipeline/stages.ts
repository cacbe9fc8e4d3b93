import type { Action, Rule, Stage } from "./stage";

export interface StageOptions<Text> {
  readonly source: SourceAction<Text>;
  /** Project that builds; without one the source is an image. */
  readonly buildProject?: Text;
  /** Project that checks an image that was built elsewhere. */
  readonly originProject?: Text;
  readonly deployProject: Text;
  readonly verifyProject: Text;
  readonly promoteProject?: Text;
  readonly approval?: Approval<Text>;
  readonly conditions: StageConditions<Text>;
}
export interface Approval<Text> {
  readonly message: Text;
  readonly topicArn?: Text;
}
export interface SourceAction<Text> {
  readonly provider: "CodeStarSourceConnection" | "CodeCommit" | "ECR";
  readonly configuration: Record<string, Text | string>;
}
export interface StageConditions<Text> {
  /** Alarms that must be quiet before and after a deployment. */
  readonly alarmNames: Text[];
  /** Minutes that they must stay quiet afterwards. */
  readonly quietMinutes: number;
  /** Cron expression of the times when a deployment may begin. */
  readonly deploymentWindow?: Text;
}

export const sourceActionName = "Source";
const artifact = "Source";

/** Source, then build or check of origin, then approval, deployment with its verification, promotion. */
export function pipelineStages<Text>(options: StageOptions<Text>): Stage<Text>[] {
  const { source, buildProject, originProject, promoteProject, approval } = options;
  const commit = { COMMIT: "#{Source.CommitId}" };
  const image = { IMAGE_DIGEST: buildProject !== undefined ? "#{Build.IMAGE_DIGEST}" : "#{Source.ImageDigest}" };
  const fetch: Action<Text> = {
    ...awsAction(sourceActionName, "Source", source.provider, source.configuration),
    namespace: "Source",
    outputArtifacts: [artifact],
  };
  const build = (project: Text) => ({ ...runProject("Build", project, commit), namespace: "Build" });
  return [
    { name: "Source", actions: [fetch] },
    ...stage("Build", buildProject, build),
    ...stage("VerifyImage", originProject, (project) => runProject("VerifyImage", project, image)),
    ...stage("Approve", approval, approve),
    deployStage(options, image),
    ...stage("Promote", promoteProject, (project) => runProject("Promote", project, image)),
  ];
}

/**
 * Verification is an action of the deploy stage, not a stage of its own: a stage that rolls back runs again with the
 * values of its last success, so only here does a failed verification bring the previous image back.
 */
function deployStage<Text>(options: StageOptions<Text>, image: Record<string, string>): Stage<Text> {
  const { alarmNames, quietMinutes, deploymentWindow } = options.conditions;
  const quiet = (waitMinutes: number) => alarmNames.map((name, index) => alarmRule(index, name, waitMinutes));
  const window = deploymentWindow === undefined ? [] : [rule("Window", "DeploymentWindow", { Cron: deploymentWindow })];
  const entry = [...quiet(0), ...window];
  return {
    name: "Deploy",
    actions: [
      runProject("Deploy", options.deployProject, image),
      { ...runProject("Verify", options.verifyProject, image), runOrder: 2 },
    ],
    ...(entry.length > 0 && { beforeEntry: { condition: { result: "FAIL", rules: entry } } }),
    ...(alarmNames.length > 0 && { onSuccess: { condition: { result: "ROLLBACK", rules: quiet(quietMinutes) } } }),
    onFailure: { result: "ROLLBACK" },
  };
}

function alarmRule<Text>(index: number, AlarmName: Text, waitMinutes: number): Rule<Text> {
  const wait: Record<string, string> = waitMinutes > 0 ? { WaitTime: String(waitMinutes) } : {};
  return rule(`Quiet${index + 1}`, "CloudWatchAlarm", { AlarmName, AlarmStates: "ALARM", ...wait });
}

function rule<Text>(name: string, provider: string, configuration: Record<string, Text | string>): Rule<Text> {
  return { name, ruleTypeId: { category: "Rule", owner: "AWS", provider, version: "1" }, configuration };
}

function runProject<Text>(name: string, ProjectName: Text, values: Record<string, string>): Action<Text> {
  const variables = Object.entries(values).map(([key, value]) => ({ name: key, value, type: "PLAINTEXT" }));
  const configuration = { ProjectName, EnvironmentVariables: JSON.stringify(variables) };
  return { ...awsAction<Text>(name, "Build", "CodeBuild", configuration), inputArtifacts: [artifact] };
}

function approve<Text>({ message, topicArn }: Approval<Text>): Action<Text> {
  const topic: Record<string, Text> = topicArn === undefined ? {} : { NotificationArn: topicArn };
  return awsAction<Text>("Approve", "Approval", "Manual", { CustomData: message, ...topic });
}

/** A stage with one action, or none. */
function stage<Text, Subject>(
  name: string,
  subject: Subject | undefined,
  action: (subject: Subject) => Action<Text>,
): Stage<Text>[] {
  return subject === undefined ? [] : [{ name, actions: [action(subject)] }];
}

function awsAction<Text>(
  name: string,
  category: Action<Text>["category"],
  provider: string,
  configuration: Record<string, Text | string>,
): Action<Text> {
  return { name, category, owner: "AWS", provider, version: "1", runOrder: 1, configuration };
}
