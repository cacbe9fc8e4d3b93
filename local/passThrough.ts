import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import type { Session } from "./session";
import { prepareStack, runPulumi } from "./session";
import { configuredStacks, projectName, withoutAddedSalt } from "./stackConfig";

/** Runs any Pulumi command. Where it reads a stack's configuration it gets the sandbox's copy. */
export async function passThrough(session: Session, args: readonly string[]): Promise<number> {
  const command = parseCommand(args);
  const stack = command.stack ?? selectedStack(session) ?? "dev";
  const usesCopy = needsConfigFile(command) && configuredStacks(session.root).includes(stack);
  const extra = usesCopy
    ? ["--config-file", await prepareStack(session, stack), ...(command.stack ? [] : ["--stack", stack])]
    : [];
  const before = stackFiles(session.root);
  const end = args.indexOf("--");
  const position = end < 0 ? args.length : end;
  const code = await runPulumi(session, [...args.slice(0, position), ...extra, ...args.slice(position)]);
  keepTrackedFilesClean(session.root, before);
  return code;
}

export interface PulumiCommand {
  readonly words: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly stack?: string;
}

/** Global flags that take their value as the next word and may come before the command. */
const flagsWithValue = new Set([
  "-C",
  "--cwd",
  "--color",
  "--tracing",
  "--profiling",
  "-v",
  "--verbose",
  "-s",
  "--stack",
]);

export function parseCommand(args: readonly string[]): PulumiCommand {
  const words: string[] = [];
  const flags = new Set<string>();
  let stack: string | undefined;
  for (let index = 0; index < args.length && args[index] !== "--"; index++) {
    const arg = args[index]!;
    if (!arg.startsWith("-")) {
      words.push(arg);
      continue;
    }
    const [flag, inline] = arg.split(/=(.*)/s, 2) as [string, string | undefined];
    flags.add(flag);
    const value = inline ?? (flagsWithValue.has(flag) ? args[++index] : undefined);
    if (flag === "-s" || flag === "--stack") {
      stack = value;
    }
  }
  return { words, flags, stack };
}

const operations = new Set([
  "preview",
  "pre",
  "up",
  "update",
  "refresh",
  "destroy",
  "down",
  "dn",
  "import",
  "watch",
  "logs",
]);
const plainWrites = new Set(["set", "set-all", "rm", "rm-all"]);

/**
 * Operations read the sandbox's copy, which holds its salt and secrets. Plain settings are written to the
 * repository's own file, as a person who sets one means to; secrets never are.
 */
export function needsConfigFile({ words, flags }: PulumiCommand): boolean {
  if (["-h", "--help", "--config-file", "-C", "--cwd"].some((flag) => flags.has(flag))) {
    return false;
  }
  const [command, subcommand] = words;
  if (command === "config") {
    return !(subcommand && plainWrites.has(subcommand)) || flags.has("--secret");
  }
  return command !== undefined && operations.has(command);
}

/** The stack that `pulumi stack select` has chosen in this sandbox. */
function selectedStack(session: Session): string | undefined {
  const folder = path.join(session.sandbox, "pulumi", "workspaces");
  const prefix = `${projectName(session.root)}-`;
  const file = existsSync(folder) ? readdirSync(folder).find((name) => name.startsWith(prefix)) : undefined;
  const selected = file && (JSON.parse(readFileSync(path.join(folder, file), "utf8")) as { stack?: string }).stack;
  return selected ? selected.split("/").at(-1) : undefined;
}

function stackFiles(root: string): Map<string, string> {
  const files = readdirSync(root).filter((name) => /^Pulumi\..+\.yaml$/.test(name));
  return new Map(files.map((name) => [path.join(root, name), readFileSync(path.join(root, name), "utf8")]));
}

/** `pulumi stack init` and its like write the sandbox's salt next to Pulumi.yaml. It must not get into a commit. */
function keepTrackedFilesClean(root: string, before: ReadonlyMap<string, string>): void {
  for (const [file, after] of stackFiles(root)) {
    const cleaned = withoutAddedSalt(before.get(file) ?? "", after);
    if (cleaned === undefined) {
      continue;
    }
    if (cleaned.trim() === "" && !before.has(file)) {
      rmSync(file);
    } else {
      writeFileSync(file, cleaned);
    }
  }
}
