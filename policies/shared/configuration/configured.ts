import type { ConfiguredLevel } from "./levels";

/** What the CLI sends for one policy: `--policy-pack-config` laid over the defaults that the pack announced. */
export interface PolicyConfiguration {
  readonly level?: ConfiguredLevel;
  readonly properties: Readonly<Record<string, unknown>>;
}

export type Configured = ReadonlyMap<string, PolicyConfiguration>;

/** Levels to hand to the SDK instead of the configured ones, by policy. */
export type Overrides = ReadonlyMap<string, ConfiguredLevel>;
