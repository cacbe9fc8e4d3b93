import type { Call, Refusal } from "../contract";
import { isSet, listAt, recordsAt, textAt, valueAt } from "../paths";
import { refusal, when } from "../rules";

const code = "InvalidInputException";
const needsLocation = ["CODECOMMIT", "GITHUB", "GITLAB", "GITLAB_SELF_MANAGED", "S3", "BITBUCKET", "GITHUB_ENTERPRISE"];

/** Source, artifacts and cache: what must come together and what excludes each other. */
export function refuseSources(call: Call): Refusal[] {
  return [...pairProblems(call), ...sourceProblems(call), ...artifactProblems(call), ...cacheProblems(call)];
}

/** In a pipeline both ends are the pipeline's; outside neither is. */
function pairProblems({ inputs }: Call): Refusal[] {
  const source = textAt(inputs, "source.type");
  const artifacts = textAt(inputs, "artifacts.type");
  if (source === undefined || artifacts === undefined) return [];
  return when(
    (source === "CODEPIPELINE") !== (artifacts === "CODEPIPELINE"),
    code,
    "artifacts.type",
    `source.type is ${source} and artifacts.type is ${artifacts}: CODEPIPELINE is for both or for none.`,
  );
}

function sourceProblems({ inputs }: Call): Refusal[] {
  const type = textAt(inputs, "source.type") ?? "";
  return [
    ...when(
      needsLocation.includes(type) && !isSet(inputs, "source.location"),
      code,
      "source.location",
      `source.location is missing: source.type ${type} needs it.`,
    ),
    ...when(
      type === "NO_SOURCE" && !isSet(inputs, "source.buildspec"),
      code,
      "source.buildspec",
      "source.buildspec is missing: with source.type NO_SOURCE the buildspec must be given inline.",
    ),
    ...when(
      type === "CODEPIPELINE" && isSet(inputs, "source.location"),
      code,
      "source.location",
      "source.location is set and source.type is CODEPIPELINE: the pipeline gives the source. Remove it.",
    ),
  ];
}

function artifactProblems({ inputs }: Call): Refusal[] {
  const all = [
    { path: "artifacts", value: valueAt(inputs, "artifacts") },
    ...recordsAt(inputs, "secondaryArtifacts[]"),
  ];
  return all.flatMap(({ path, value }) =>
    textAt(value, "type") === "S3" && !isSet(value, "location")
      ? [refusal(code, `${path}.location`, `${path}.location is missing: type S3 needs a bucket.`)]
      : [],
  );
}

function cacheProblems({ inputs }: Call): Refusal[] {
  const type = textAt(inputs, "cache.type");
  const modes = listAt(inputs, "cache.modes") ?? [];
  const isUnprivileged =
    valueAt(inputs, "environment.privilegedMode") === false || !isSet(inputs, "environment.privilegedMode");
  return [
    ...when(
      type === "S3" && !isSet(inputs, "cache.location"),
      code,
      "cache.location",
      "cache.location is missing: cache.type S3 needs a bucket and prefix.",
    ),
    ...when(
      type === "LOCAL" && !isSet(inputs, "cache.modes"),
      code,
      "cache.modes",
      "cache.modes is missing: cache.type LOCAL needs at least one mode.",
    ),
    ...when(
      modes.includes("LOCAL_DOCKER_LAYER_CACHE") && isUnprivileged && !isSet(inputs, "environment.dockerServer"),
      code,
      "cache.modes",
      "cache.modes has LOCAL_DOCKER_LAYER_CACHE: it needs environment.privilegedMode true.",
    ),
  ];
}
