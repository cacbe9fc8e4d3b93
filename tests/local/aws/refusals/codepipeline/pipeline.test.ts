import { roleArn, table } from "../support";
import { action, approval, base, build, deploy, source, store, type } from "./fixtures";

const structure = "InvalidStructureException";
const stage = "InvalidStageDeclarationException";
const declaration = "InvalidActionDeclarationException";
const ecr = action("Source", "ECR", { RepositoryName: "app", ImageTag: "promoted" }, { outputArtifacts: ["source"] });

describe("codepipeline/pipeline", () => {
  table({
    type,
    base,
    store,
    accepts: {
      "an image as source": { "stages[0].actions[0]": ecr },
      "V1 without its fields": { pipelineType: "V1", executionMode: "SUPERSEDED", triggers: [] },
      "a later action of the same stage as consumer": {
        "stages[1].actions": [build, { ...deploy, name: "Early", runOrder: 2 }],
      },
      "earlier namespaces and declared variables": {
        variables: [{ name: "tag" }],
        "stages[3].actions[0].configuration.FileName":
          "#{build.File}-#{variables.tag}-#{codepipeline.PipelineExecutionId}",
      },
      "shell commands": {
        "stages[1].actions[0]": {
          ...action(
            "Compute",
            "Commands",
            {},
            { commands: ["make"], outputVariables: ["DIGEST"], inputArtifacts: ["source"] },
          ),
          outputArtifactsForComputeActions: [{ name: "image", files: ["image.json"] }],
        },
      },
    },
    refuses: {
      "a name that is taken": [{ name: "taken" }, "PipelineNameInUseException"],
      "a space in the name": [{ name: "my release" }, "ValidationException"],
      "a role that is not there": [{ roleArn: roleArn("ghost") }, structure, "no such role"],
      "a role of another service": [
        { roleArn: roleArn("build") },
        structure,
        "codepipeline.amazonaws.com is not authorized",
      ],
      "one stage": [{ stages: [base.stages[0]] }, structure, "at least two stages"],
      "a build in the first stage": [{ "stages[0].actions": [source, build] }, stage, "Source actions only"],
      "a source later": [
        { "stages[2].actions": [{ ...source, outputArtifacts: ["more"] }] },
        stage,
        "belong in the first stage",
      ],
      "a stage name used twice": [{ "stages[2].name": "Build" }, stage, "make each unique"],
      "an action name used twice": [
        { "stages[2].actions": [approval, approval] },
        declaration,
        "action name of this stage",
      ],
      "an empty stage": [{ "stages[2].actions": [] }, stage, "is empty"],
      "an artifact nobody makes": [
        { "stages[1].actions[0].inputArtifacts": ["code"] },
        declaration,
        "Known here are: source",
      ],
      "an artifact made at the same time": [
        { "stages[1].actions": [build, { ...deploy, name: "Early" }] },
        declaration,
        "no earlier action puts it out",
      ],
      "an artifact made twice": [{ "stages[1].actions[0].outputArtifacts": ["source"] }, structure, "must be unique"],
      "queueing on V1": [{ pipelineType: "V1" }, structure, 'Set pipelineType to "V2"'],
      "variables without a type": [
        { pipelineType: undefined, executionMode: undefined, variables: [{ name: "a" }] },
        structure,
        "variables is for",
      ],
      "conditions on V1": [
        { pipelineType: "V1", executionMode: "SUPERSEDED", "stages[3].onFailure": { result: "ROLLBACK" } },
        structure,
        "stages[3].onFailure is for",
      ],
      "another provider": [{ "stages[3].actions[0].provider": "Ecs" }, declaration, "nearest: ECS"],
      "a provider of another category": [{ "stages[3].actions[0].category": "Build" }, declaration, "CodeBuild"],
      "another category": [{ "stages[3].actions[0].category": "Release" }, "ValidationException", "Deploy"],
      "another version": [{ "stages[3].actions[0].version": "2" }, declaration, 'use "1"'],
      "an ECR source without repository": [
        { "stages[0].actions[0]": { ...ecr, configuration: { ImageTag: "x" } } },
        declaration,
        "has no RepositoryName",
      ],
      "an approval with input": [{ "stages[2].actions[0].inputArtifacts": ["image"] }, declaration, "takes exactly 0"],
      "a source without output": [{ "stages[0].actions[0].outputArtifacts": [] }, declaration, "takes exactly 1"],
      "commands elsewhere": [{ "stages[3].actions[0].commands": ["ls"] }, declaration, "only Compute/Commands"],
      "commands on V1": [
        {
          pipelineType: "V1",
          executionMode: "SUPERSEDED",
          "stages[1].actions[0]": { ...build, category: "Compute", provider: "Commands" },
        },
        declaration,
        "type V2 only",
      ],
      "an undeclared variable": [
        { "stages[3].actions[0].configuration.FileName": "#{variables.tag}" },
        declaration,
        "no variable tag",
      ],
      "a later namespace": [
        { "stages[1].actions[0].configuration.PrimarySource": "#{deploy.X}" },
        declaration,
        "no earlier action has the namespace deploy",
      ],
      "a namespace used twice": [{ "stages[1].actions[0].namespace": "source" }, declaration, "namespace"],
      "environment variables that are no JSON": [
        { "stages[1].actions[0].configuration.EnvironmentVariables": "A=1" },
        declaration,
        "not JSON",
      ],
    },
  });
});
