import type { Properties } from "../values";

/** One resource as it lies on disk. `properties` is the only copy of each value, so that a hand edit is unambiguous. */
export interface StoredRecord {
  readonly type: string;
  /** Tells resources of one type and region apart: the id, or the ARN where ids are shared. */
  readonly key: string;
  readonly id: string;
  readonly urn: string;
  readonly region: string;
  readonly account: string;
  readonly created: string;
  /** Counts the creations under one URN: a replacement gets other ids than its predecessor. */
  readonly generation: number;
  /** What the random parts of its ids follow from. */
  readonly seed: string;
  /** Names of the properties that were given as inputs. */
  readonly given: readonly string[];
  readonly properties: Properties;
}

/** A resource whose creation has begun and that the engine has not shown to know yet. */
export interface Pending {
  readonly type: string;
  /** Tells resources of one type and region apart: the id, or the ARN where ids are shared. */
  readonly key: string;
  readonly id: string;
  readonly urn: string;
  readonly region: string;
  readonly generation: number;
  readonly inputs: Properties;
}
