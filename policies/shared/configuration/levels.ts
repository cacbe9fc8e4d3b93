import type { Control, Level } from "../control";
import type { Environment, Settings } from "../settings";
import { severities } from "./keys";
import type { Input } from "./keys";

export type ConfiguredLevel = Level | "remediate";

/** The level that a control has before anybody configures it by name. */
export function defaultLevel(control: Control, environment: Environment, input: Input): Level {
  if (severities.indexOf(control.severity) < severities.indexOf(input.severityThreshold ?? "low")) return "disabled";
  const level = control.levels[environment.kind];
  switch (input.profile) {
    case "strict":
      return level === "disabled" ? "disabled" : "mandatory";
    case "cis":
      return cisLevel(control, level);
    default:
      return level;
  }
}

/** What CIS names is mandatory; what is off everywhere because only a framework asks for it, is shown. */
function cisLevel(control: Control, level: Level): Level {
  if (control.references.some((reference) => reference.startsWith("CIS "))) return "mandatory";
  const frameworkOnly = control.levels.dev === "disabled" && control.levels.prod === "disabled";
  return frameworkOnly ? "advisory" : level;
}

/**
 * The level in force. The CLI sends a level for every control, the announced one where the user said nothing: only a level
 * that differs from it is the user's, and the others follow settings that were not known at start. Without an announced
 * one, whatever is configured is the user's.
 */
export function levelInForce(
  control: Control,
  announced: ConfiguredLevel | undefined,
  configured: ConfiguredLevel | undefined,
  environment: Environment,
  input: Input,
): Level {
  const level =
    configured === undefined || configured === announced ? defaultLevel(control, environment, input) : configured;
  return level === "remediate" ? "mandatory" : level;
}

/** What cannot be decided yet is never stricter than the control itself. */
export function undecidedLevel(level: Level, onUnknown: Settings["onUnknown"]): Level {
  return level === "mandatory" ? onUnknown : level;
}
