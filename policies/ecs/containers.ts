import { Node } from "../shared/node";

/** The fields that controls read. The provider takes them in any case: `Privileged` counts like `privileged`. */
const fields = [
  ...["name", "image", "user", "privileged", "readonlyRootFilesystem", "essential", "command", "versionConsistency"],
  ...["linuxParameters", "capabilities", "add", "drop", "initProcessEnabled", "memory", "memoryReservation", "cpu"],
  ...["environment", "value", "secrets", "valueFrom", "logConfiguration", "logDriver", "options", "healthCheck"],
  ...["firelensConfiguration", "type", "repositoryCredentials", "secretOptions"],
];
const spelling = new Map(fields.map((field) => [field.toLowerCase(), field]));
let latest: { readonly text: string; readonly value: unknown } | undefined;

/**
 * The containers of a task definition. Throws `Undecided` when all of them are unknown and an error, which the evaluator
 * makes a violation, when the text is no list of containers.
 */
export function containersOf(taskDefinition: Node): Node[] {
  const property = taskDefinition.at("containerDefinitions");
  const raw = property.raw;
  // Some ten controls ask about the same text, one after the other.
  if (typeof raw !== "string" || raw !== latest?.text) {
    const value = normalized(parsed(property));
    if (typeof raw !== "string") return containers(new Node(value, property.path));
    latest = { text: raw, value };
  }
  return containers(new Node(latest?.value, property.path));
}

function containers(list: Node): Node[] {
  if (!Array.isArray(list.raw)) throw new Error("`containerDefinitions` is no list of containers");
  return list.items();
}

function parsed(property: Node): unknown {
  try {
    return property.json().raw;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // The parser's message quotes the text, which may hold secrets.
    throw new Error("`containerDefinitions` is no JSON text", { cause: error });
  }
}

function normalized(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalized);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(
    ([key, field]) => [spelling.get(key.toLowerCase()) ?? key, normalized(field)] as const,
  );
  return Object.fromEntries(entries);
}

/** Windows knows neither root, capabilities nor read-only root file systems. */
export function isWindows(taskDefinition: Node): boolean {
  return /^WINDOWS/i.test(taskDefinition.at("runtimePlatform", "operatingSystemFamily").string() ?? "");
}

/** ECS itself runs the router of FireLens as root, and refuses any other user. */
export function isLogRouter(container: Node): boolean {
  return !container.at("firelensConfiguration").isAbsent;
}
