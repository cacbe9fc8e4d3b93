import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a stand-in command answers to one call. */
export interface Answer {
  readonly out?: unknown;
  readonly error?: string;
}

export interface Run {
  readonly code: number | null;
  readonly output: string;
  /** Arguments of every call, in order. */
  readonly calls: string[][];
}

// Answers come from files, one per call; the last one repeats. An operation without answers fails the script.
const standIn = `#!/usr/bin/env bash
shopt -s nullglob
key=\${0##*/}
calls=("$STAND_IN"/calls/*)
printf '%s\\0' "$key" "$@" >"$STAND_IN/calls/$((1000 + \${#calls[@]}))"
[ "$key" = aws ] && key="$1.$2"
answers="$STAND_IN/answers/$key"
if [ ! -d "$answers" ]; then echo "no answer for $key" >&2; exit 254; fi
turn=1
[ -e "$answers/turn" ] && turn=$(($(<"$answers/turn") + 1))
echo "$turn" >"$answers/turn"
[ -e "$answers/$turn.out" ] || turn=$(<"$answers/last")
if [ -s "$answers/$turn.err" ]; then echo "$(<"$answers/$turn.err")" >&2; exit 254; fi
target=""
while [ $# -gt 0 ]; do [ "$1" = --output ] && [ "$key" = curl ] && target=$2; shift; done
answer=$(<"$answers/$turn.out")
if [ -n "$target" ]; then printf %s "$answer" >"$target"; else printf '%s\\n' "$answer"; fi
`;

/** Runs a script as CodeBuild would, with stand-ins first on the path: keys are `ecs.update-service` or `docker`. */
export function runScript(script: string, variables: Record<string, string>, answers: Record<string, Answer[]>): Run {
  const directory = mkdtempSync(join(tmpdir(), "script-"));
  try {
    const commands = join(directory, "bin");
    mkdirSync(commands);
    mkdirSync(join(directory, "calls"));
    for (const command of ["aws", "docker", "curl"]) {
      writeFileSync(join(commands, command), standIn);
      chmodSync(join(commands, command), 0o755);
    }
    for (const [key, list] of Object.entries(answers)) writeAnswers(join(directory, "answers", key), list);
    const { status, stdout, stderr } = spawnSync("bash", ["--norc", "-euo", "pipefail", "-c", script], {
      encoding: "utf8",
      env: { PATH: `${commands}:${process.env.PATH ?? ""}`, STAND_IN: directory, POLL_SECONDS: "0", ...variables },
    });
    return { code: status, output: stdout + stderr, calls: readCalls(join(directory, "calls")) };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function writeAnswers(directory: string, answers: Answer[]): void {
  mkdirSync(directory, { recursive: true });
  answers.forEach(({ out = "", error = "" }, index) => {
    writeFileSync(join(directory, `${index + 1}.out`), typeof out === "string" ? out : JSON.stringify(out));
    writeFileSync(join(directory, `${index + 1}.err`), error);
  });
  writeFileSync(join(directory, "last"), String(answers.length));
}

function readCalls(directory: string): string[][] {
  if (!existsSync(directory)) return [];
  const files = readdirSync(directory).sort();
  return files.map((file) => readFileSync(join(directory, file), "utf8").split("\0").slice(0, -1));
}

/** The calls of one operation, as `ecs update-service`. */
export function callsOf({ calls }: Run, operation: string): string[][] {
  return calls.filter((call) => call.slice(1, 3).join(" ") === operation);
}

/** The value after an option of a call. */
export function option(call: string[] | undefined, name: string): string | undefined {
  return call?.[call.indexOf(name) + 1];
}
