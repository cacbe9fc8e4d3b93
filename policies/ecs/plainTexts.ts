import { looksLikeSecretName, looksLikeSecretValue, isHarmlessValue } from "../shared/secretLooking";
import type { Node } from "../shared/node";

/** The texts besides variables that a task definition holds in the open, in which a secret is to be known by its form. */
export function plainTexts(container: Node): Node[] {
  const [command, commands] = [container.at("command"), container.at("commands")];
  const [entryPoint, entryPoints] = [container.at("entryPoint"), container.at("entryPoints")];
  const lists = [command, commands, entryPoint, entryPoints, container.at("healthCheck", "command")];
  const labels = container.at("dockerLabels");
  return [
    ...lists.filter((list) => !list.isUnknown).flatMap((list) => list.items()),
    ...(labels.isUnknown ? [] : labels.fields().map(([, label]) => label)),
  ].filter((text) => text.isKnown && typeof text.raw === "string" && looksLikeSecretValue(text.raw));
}

/** The options of the log driver that hold a secret: `splunk-token`, a key among those of FireLens. They belong into `secretOptions`. */
export function secretOptions(container: Node): Node[] {
  const options = container.at("logConfiguration", "options");
  if (options.isUnknown) return [];
  return options
    .fields()
    .filter(([name, { raw }]) => {
      if (typeof raw !== "string") return false;
      return looksLikeSecretValue(raw) || (looksLikeSecretName(name) && !isHarmlessValue(raw));
    })
    .map(([, option]) => option);
}
