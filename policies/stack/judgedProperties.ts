import { codebuildControls } from "../codebuild";
import { codedeployControls } from "../codedeploy";
import { codepipelineControls } from "../codepipeline";
import { ecrControls } from "../ecr";
import { ecsControls } from "../ecs";
import { elbControls } from "../elb";
import { iamControls } from "../iam";
import { kmsControls } from "../kms";
import { networkControls } from "../network";
import { observabilityControls } from "../observability";
import { s3Controls } from "../s3";
import { secretsControls } from "../secrets";

/** An ignored path without indexes, and with names in brackets like any other: `a["b"][0]` is `a.b`. */
export function plainPath(path: string): string {
  const named = path.replace(/\["((?:[^"\\]|\\.)*)"\]/g, ".$1").replace(/\[[^\]]*\]/g, "");
  return named.replace(/^\./, "");
}

/** A judged property of the type that the path holds or lies in. `*` holds everything. */
export function judgedBelow(type: string, path: string): string | undefined {
  const within = (inner: string, outer: string) => inner === outer || inner.startsWith(`${outer}.`);
  return judgedProperties()
    .get(type)
    ?.find((property) => path === "*" || within(property, path) || within(path, property));
}

let known: ReadonlyMap<string, readonly string[]> | undefined;

/**
 * The properties that controls of medium severity and above judge, by type. Those of low ones may drift, and tags, which
 * other systems add to: they only tell some controls what a resource is meant for.
 */
function judgedProperties(): ReadonlyMap<string, readonly string[]> {
  if (known) return known;
  const delivery = [ecrControls, codebuildControls, codepipelineControls, codedeployControls, ecsControls, s3Controls];
  const around = [iamControls, kmsControls, networkControls, elbControls, observabilityControls, secretsControls];
  const judged = new Map<string, string[]>();
  for (const { severity, reads } of [...delivery, ...around].flat()) {
    if (severity === "low") continue;
    for (const [type, paths] of Object.entries(reads)) {
      judged.set(type, [...(judged.get(type) ?? []), ...paths.filter((path) => !/^tags(All)?(\.|$)/.test(path))]);
    }
  }
  known = judged;
  return judged;
}
