import type { StoreReader } from "../refusals/contract";
import type { Schemas } from "../schemas";
import type { Settings } from "../settings";
import type { Properties } from "../values";

/** What an answer may draw on. */
export interface Scope {
  readonly settings: Settings;
  readonly store: StoreReader;
  readonly schemas: Schemas;
}

export type Invoke = (args: Properties, scope: Scope) => Properties;
