import { levels } from "./log";
import type { Level } from "./log";

/** Everything the service takes from its environment; read once, at start. */
export interface Settings {
  readonly host: string | undefined;
  readonly port: number;
  readonly logLevel: Level;
  /** How long requests are still accepted after SIGTERM, while the load balancer stops sending them. */
  readonly drainMs: number;
  /** When the process ends at the latest after SIGTERM; below ECS's stopTimeout, or SIGKILL comes first. */
  readonly deadlineMs: number;
  /** Above the load balancer's idle time-out (60 s), or it reuses a connection that is just being closed: 502. */
  readonly keepAliveMs: number;
  readonly version: string;
  readonly commit: string;
  readonly digest: string | undefined;
}

export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const problems: string[] = [];
  const wholeNumber = (name: string, fallback: number, minimum: number, maximum: number, meaning = ""): number => {
    const text = given(env[name]);
    if (text === undefined) {
      return fallback;
    }
    const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    if (!(value >= minimum && value <= maximum)) {
      problems.push(
        `${name} is "${text}": expected a whole number from ${minimum} to ${maximum}${meaning}. ` +
          `Set ${name}=${fallback} or unset it (default ${fallback}).`,
      );
      return fallback;
    }
    return value;
  };

  const port = wholeNumber("PORT", 8080, 0, 65535, " (0 takes any free port)");
  const drainMs = wholeNumber("DRAIN_MS", 5_000, 0, 110_000);
  const deadlineMs = wholeNumber("SHUTDOWN_DEADLINE_MS", 25_000, 1, 118_000);
  const keepAliveMs = wholeNumber("KEEP_ALIVE_MS", 65_000, 1_000, 4_005_000);
  if (drainMs >= deadlineMs) {
    problems.push(
      `DRAIN_MS is ${drainMs} and SHUTDOWN_DEADLINE_MS is ${deadlineMs}: the drain must end before the deadline. ` +
        `Lower DRAIN_MS or raise SHUTDOWN_DEADLINE_MS.`,
    );
  }

  const logLevel = given(env.LOG_LEVEL) ?? "info";
  if (!isLevel(logLevel)) {
    problems.push(`LOG_LEVEL is "${logLevel}": expected one of ${levels.join(", ")}. Set LOG_LEVEL=info or unset it.`);
  }
  if (problems.length > 0) {
    throw new SettingsError(problems.join("\n"));
  }
  return {
    host: given(env.HOST),
    port,
    logLevel: isLevel(logLevel) ? logLevel : "info",
    drainMs,
    deadlineMs,
    keepAliveMs,
    version: given(env.SERVICE_VERSION) ?? "unknown",
    commit: given(env.GIT_COMMIT) ?? "unknown",
    digest: given(env.IMAGE_DIGEST),
  };
}

/** A variable set to nothing (`PORT= npm start`, an empty build argument) counts as not set. */
function given(value: string | undefined): string | undefined {
  const text = value?.trim();
  return text === "" ? undefined : text;
}

function isLevel(value: string): value is Level {
  return (levels as readonly string[]).includes(value);
}
