import type { Subject } from "./formats/subject";
import { logicalName } from "./naming";
import type { Call, Refusal } from "./refusals/contract";
import type { TypeSchema } from "./schema";
import type { Schemas } from "./schemas";
import type { Settings } from "./settings";
import { partitionOf } from "./settings";
import type { Store, StoredRecord } from "./store";
import { storeReader } from "./storeReader";
import type { Properties } from "./values";
import { revealAll, UNKNOWN } from "./values";
import { CHOSEN } from "./check";

export type Refuse = (call: Call) => readonly Refusal[];

/** AWS said no. */
export class RefusedError extends Error {
  constructor(
    readonly refusals: readonly Refusal[],
    operation: string,
    type: string,
    subject: string,
  ) {
    super(
      `${operation} ${type} (${subject}): ${refusals.map(({ code, message }) => `${code}: ${message}`).join("; ")}`,
    );
  }
}

export interface Target {
  readonly type: string;
  readonly urn: string;
}

/** An account as one provider resource sees it: its region, its store, and what AWS would refuse in it. */
export class Account {
  constructor(
    readonly schemas: Schemas,
    readonly store: Store,
    readonly settings: Settings,
    readonly refuse: Refuse,
  ) {}

  find(type: string, region: string, id: string, outputs: Properties): StoredRecord | undefined {
    const record = this.store.read(type, region, keyOf(type, id, revealAll(outputs)));
    if (record !== undefined || type !== TASK_DEFINITION) return record;
    // By family alone (an import or a look-up): the newest revision.
    const revisions = this.store.all(type).filter((other) => other.id === id && other.region === region);
    return revisions.sort(
      (left, right) => Number(right.properties["revision"]) - Number(left.properties["revision"]),
    )[0];
  }

  subject(
    target: Target,
    inputs: Properties,
    region: string,
    seed: string,
    created: string,
    previous?: Properties,
  ): Subject {
    const place = { region, account: this.settings.account, partition: partitionOf(region) };
    const store = storeReader(this.store, region);
    const { type, urn } = target;
    return {
      type,
      logicalName: logicalName(urn),
      inputs,
      ...place,
      created,
      seed,
      store,
      ...(previous && { previous }),
    };
  }

  call(operation: Call["operation"], schema: TypeSchema, target: Target, inputs: Properties): Call {
    const plain = revealAll(inputs);
    delete plain[CHOSEN];
    const region = this.regionOf(plain);
    const { account } = this.settings;
    return { operation, ...target, inputs: plain, region, account, store: storeReader(this.store, region), schema };
  }

  throwRefusal(call: Call, operation: string, subject: string): void {
    const refusals = this.refuse(call);
    if (refusals.length > 0) throw new RefusedError(refusals, operation, call.type, subject);
  }

  regionOf(inputs: Properties): string {
    const region = inputs["region"];
    return typeof region === "string" && region !== UNKNOWN && region !== "" ? region : this.settings.region;
  }
}

const TASK_DEFINITION = "aws:ecs/taskDefinition:TaskDefinition";

/** What tells stored resources of one type apart: the id, but all revisions of a task definition have the same. */
export function keyOf(type: string, id: string, outputs: Properties): string {
  return type === TASK_DEFINITION ? String(outputs["arn"] ?? id) : id;
}
