import { Malformed } from "../shared/malformed";
import { Node } from "../shared/node";

/** The fields that controls read. The provider takes them in any case: `Privileged` counts like `privileged`. */
const fields = [
  ...["name", "image", "user", "privileged", "readonlyRootFilesystem", "essential", "command", "versionConsistency"],
  ...["linuxParameters", "capabilities", "add", "drop", "initProcessEnabled", "memory", "memoryReservation", "cpu"],
  ...["environment", "value", "secrets", "valueFrom", "logConfiguration", "logDriver", "options", "healthCheck"],
  ...["firelensConfiguration", "type", "repositoryCredentials", "secretOptions", "entryPoint", "dockerLabels"],
];
const spelling = new Map(fields.map((field) => [field.toLowerCase(), field]));
let latest: { readonly text: string; readonly value: unknown } | undefined;

/**
 * The containers of a task definition, or of an express service. Throws `Undecided` when all of them are unknown, and
 * `Malformed` when the text is no list of containers.
 */
export function containersOf(taskDefinition: Node): Node[] {
  const single = taskDefinition.at("primaryContainer");
  if (!single.isAbsent) return [single];
  const property = taskDefinition.at("containerDefinitions");
  const raw = property.raw;
  // Some ten controls ask about the same text, one after the other.
  if (typeof raw !== "string" || raw !== latest?.text) {
    const value = normalized(parsed(property), property.path);
    if (typeof raw !== "string") return containers(new Node(value, property.path));
    latest = { text: raw, value };
  }
  return containers(new Node(latest?.value, property.path));
}

function containers(list: Node): Node[] {
  if (!Array.isArray(list.raw)) throw new Malformed(list.path, "`containerDefinitions` is no list of containers");
  const items = list.items();
  if (items.length === 0) throw new Malformed(list.path, "The task has no containers");
  const odd = items.find((item) => !item.isUnknown && (typeof item.raw !== "object" || item.raw === null));
  if (odd) throw new Malformed(odd.path, "There is something in the list that is no container");
  return items;
}

function parsed(property: Node): unknown {
  try {
    return property.json().raw;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // The parser's message quotes the text, which may hold secrets.
    throw new Malformed(property.path, "`containerDefinitions` is no JSON text");
  }
}

/** No container is nested anywhere near as deep. */
const deepest = 64;

function normalized(value: unknown, path: string, depth = 0): unknown {
  if (depth > deepest) throw new Malformed(path, "`containerDefinitions` is nested too deeply");
  if (Array.isArray(value)) return value.map((item) => normalized(item, path, depth + 1));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(
    ([key, field]) => [spelling.get(key.toLowerCase()) ?? key, normalized(field, path, depth + 1)] as const,
  );
  return Object.fromEntries(entries);
}

/** The variables in plain text. Where the provider takes a list and not JSON, it calls them `environments`. */
export function variablesOf(container: Node): Node[] {
  const variables = container.at("environment");
  return (variables.isAbsent ? container.at("environments") : variables).items();
}

/** Windows knows neither capabilities nor read-only root file systems, and other users than root. */
export function isWindows(taskDefinition: Node): boolean {
  return /^WINDOWS/i.test(taskDefinition.at("runtimePlatform", "operatingSystemFamily").string() ?? "");
}

/** ECS itself runs the router of FireLens as root, and refuses any other user. */
export function isLogRouter(container: Node): boolean {
  return container.at("firelensConfiguration").value() !== undefined;
}

/** Whether the task ends with the container. Absent means it does. */
export function isEssential(container: Node): boolean {
  return container.at("essential").boolean() !== false;
}
