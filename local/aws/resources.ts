import { createHash } from "node:crypto";
import { checkInputs, CHOSEN } from "./check";
import type { Difference } from "./diff";
import { diffResource } from "./diff";
import type { Subject } from "./formats/subject";
import type { Autonaming } from "./naming";
import { logicalName, nameRule } from "./naming";
import { actualOutputs, previewedCreation, previewedUpdate } from "./outputs";
import type { Call, Refusal } from "./refusals/contract";
import type { TypeSchema } from "./schema";
import type { Schemas } from "./schemas";
import type { Settings } from "./settings";
import { partitionOf } from "./settings";
import type { Store, StoredRecord } from "./store";
import { inputsOf, storedRegion, storeReader } from "./storeReader";
import type { Properties } from "./values";
import { containsSecret, reveal, revealAll, same, secret, UNKNOWN } from "./values";

export type Refuse = (call: Call) => readonly Refusal[];

/** AWS said no. */
export class RefusedError extends Error {
  constructor(
    readonly refusals: readonly Refusal[],
    operation: string,
    type: string,
    subject: string,
  ) {
    super(`${operation} ${type} (${subject}): ${refusals.map(({ code, message }) => `${code}: ${message}`).join("; ")}`);
  }
}

export interface Target {
  readonly type: string;
  readonly urn: string;
}

/** The life of resources: what the protocol's calls mean, in terms of schema, store and formats. */
export class Resources {
  /** Keys of resources that a replacement in this run has overwritten: deleting the predecessor must not remove them. */
  private readonly takenOver = new Set<string>();

  constructor(
    private readonly schemas: Schemas,
    private readonly store: Store,
    private readonly settings: Settings,
    private readonly refuse: Refuse,
  ) {}

  check(
    target: Target,
    olds: Properties,
    news: Properties,
    seed: Uint8Array,
    autonaming?: Autonaming,
  ): { inputs: Properties; refusals: readonly Refusal[] } {
    const schema = this.schemas.require(target.type);
    const unfinished = this.unfinished(target.urn, olds);
    const defaultTags = this.settings.defaultTags;
    const request = { schema, urn: target.urn, olds, news, seed, defaultTags };
    const inputs = checkInputs({ ...request, ...(autonaming && { autonaming }), ...(unfinished && { unfinished }) });
    return { inputs, refusals: this.refuse(this.call("check", schema, target, inputs)) };
  }

  diff(target: Target, id: string, oldInputs: Properties, oldOutputs: Properties, newInputs: Properties, ignoreChanges: string[]): Difference {
    this.store.confirm(target.urn, id);
    return diffResource({ schema: this.schemas.require(target.type), oldInputs, oldOutputs, newInputs, ignoreChanges });
  }

  previewCreate(target: Target, inputs: Properties): Properties {
    return previewedCreation(this.schemas.require(target.type), inputs, this.regionOf(revealAll(inputs)));
  }

  /**
   * A creation is noted before anything is written and stays noted until the engine names the id: when the process or
   * the engine dies in between, the next run takes up the same name and id instead of making a second resource.
   */
  create(target: Target, inputs: Properties): { id: string; outputs: Properties } {
    const schema = this.schemas.require(target.type);
    this.throwRefusal(this.call("create", schema, target, inputs), "creating", logicalName(target.urn));
    const plain = revealAll(inputs);
    const region = this.regionOf(plain);
    const place = storedRegion(target.type, region);
    const unfinished = this.store.pending(target.urn);
    if (unfinished !== undefined) this.store.remove(unfinished.type, unfinished.region, unfinished.key);
    const made = this.firstFree(schema, target, inputs, region, unfinished?.generation ?? 0);
    const base = { type: target.type, key: made.key, id: made.id, urn: target.urn, region: place, generation: made.generation };
    if (this.store.read(target.type, place, made.key)?.urn === target.urn) this.takenOver.add(made.key);
    this.store.begin({ ...base, inputs });
    const { created, seed } = made;
    this.save({ ...base, account: this.settings.account, created, seed }, inputs, made.outputs);
    return { id: made.id, outputs: visible(made.outputs) };
  }

  /** A replacement stands beside its predecessor, so it needs an id of its own, unless the id follows from the inputs. */
  private firstFree(schema: TypeSchema, target: Target, inputs: Properties, region: string, first: number) {
    const created = new Date().toISOString();
    const plain = revealAll(inputs);
    const at = (generation: number) => {
      const seed = seedOf(this.store.seed, target.urn, generation, plain[nameRule(schema)?.property ?? "name"]);
      const subject = this.subject(target, plain, region, seed, created);
      const { id, outputs } = actualOutputs(schema, inputs, subject);
      return { id, key: keyOf(target.type, id, outputs), outputs, generation, created, seed };
    };
    for (let made = at(first); ; ) {
      if (this.store.read(target.type, storedRegion(target.type, region), made.key) === undefined) return made;
      const next = at(made.generation + 1);
      if (next.key === made.key) return made;
      made = next;
    }
  }

  read(
    target: Target,
    id: string,
    oldInputs: Properties,
    oldOutputs: Properties,
  ): { id: string; outputs: Properties; inputs: Properties } | undefined {
    const region = this.regionOf(revealAll(oldInputs));
    const record = this.find(target.type, storedRegion(target.type, region), id, oldOutputs);
    if (record === undefined) return undefined;
    this.store.confirm(target.urn, record.id);
    const known = Object.keys(oldInputs).length > 0;
    const inputs = known ? refreshed(oldInputs, record.properties) : { ...inputsOf(record), [CHOSEN]: [] };
    return { id: record.id, outputs: visible(record.properties), inputs };
  }

  previewUpdate(target: Target, inputs: Properties, oldInputs: Properties, oldOutputs: Properties): Properties {
    const schema = this.schemas.require(target.type);
    const { changed } = diffResource({ schema, oldInputs, oldOutputs, newInputs: inputs, ignoreChanges: [] });
    return previewedUpdate(schema, inputs, oldOutputs, changed);
  }

  update(target: Target, id: string, inputs: Properties, oldInputs: Properties, oldOutputs: Properties): Properties {
    const schema = this.schemas.require(target.type);
    const plain = revealAll(inputs);
    const region = this.regionOf(plain);
    const record = this.find(target.type, storedRegion(target.type, region), id, oldOutputs);
    if (record === undefined) throw new RefusedError([gone(id)], "updating", target.type, id);
    const call = { ...this.call("update", schema, target, inputs), id, old: revealAll(oldInputs) };
    this.throwRefusal(call, "updating", id);
    const subject = this.subject(target, plain, region, record.seed, record.created, record.properties);
    const { outputs } = actualOutputs(schema, inputs, subject, record.properties);
    this.save(record, inputs, outputs);
    this.store.confirm(target.urn, id);
    return visible(outputs);
  }

  /** Deleting what is gone succeeds: the previous attempt may have died just after it. */
  delete(target: Target, id: string, oldInputs: Properties, oldOutputs: Properties): void {
    const schema = this.schemas.require(target.type);
    const region = this.regionOf(revealAll(oldInputs));
    const record = this.find(target.type, storedRegion(target.type, region), id, oldOutputs);
    if (record !== undefined && !this.takenOver.delete(record.key)) {
      this.throwRefusal({ ...this.call("delete", schema, target, oldInputs), id }, "deleting", id);
      this.store.remove(target.type, record.region, record.key);
      this.store.confirm(target.urn, id);
    }
  }

  private find(type: string, region: string, id: string, outputs: Properties): StoredRecord | undefined {
    const record = this.store.read(type, region, keyOf(type, id, revealAll(outputs)));
    if (record !== undefined || type !== TASK_DEFINITION) return record;
    // By family alone (an import or a look-up): the newest revision.
    const revisions = this.store.all(type).filter((other) => other.id === id && other.region === region);
    return revisions.sort((left, right) => Number(right.properties["revision"]) - Number(left.properties["revision"]))[0];
  }

  private subject(
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
    return { type, logicalName: logicalName(urn), inputs, ...place, created, seed, store, ...(previous && { previous }) };
  }

  private save(record: Omit<StoredRecord, "given" | "properties">, inputs: Properties, outputs: Properties): void {
    const given = Object.keys(inputs).filter((name) => name !== CHOSEN);
    const { type, key, id, urn, region, account, created, generation, seed } = record;
    this.store.write({ type, key, id, urn, region, account, created, generation, seed, given, properties: outputs });
  }

  private unfinished(urn: string, olds: Properties): Properties | undefined {
    const pending = this.store.pending(urn);
    if (pending === undefined) return undefined;
    // The engine has these very inputs in its state: the creation did finish.
    if (JSON.stringify(revealAll(olds)) === JSON.stringify(revealAll(pending.inputs))) {
      this.store.confirm(urn);
      return undefined;
    }
    return pending.inputs;
  }

  private call(operation: Call["operation"], schema: TypeSchema, target: Target, inputs: Properties): Call {
    const plain = revealAll(inputs);
    delete plain[CHOSEN];
    const region = this.regionOf(plain);
    const { account } = this.settings;
    return { operation, ...target, inputs: plain, region, account, store: storeReader(this.store, region), schema };
  }

  private throwRefusal(call: Call, operation: string, subject: string): void {
    const refusals = this.refuse(call);
    if (refusals.length > 0) throw new RefusedError(refusals, operation, call.type, subject);
  }

  private regionOf(inputs: Properties): string {
    const region = inputs["region"];
    return typeof region === "string" && region !== UNKNOWN && region !== "" ? region : this.settings.region;
  }
}

const TASK_DEFINITION = "aws:ecs/taskDefinition:TaskDefinition";

/** What tells stored resources of one type apart: the id, but all revisions of a task definition have the same. */
function keyOf(type: string, id: string, outputs: Properties): string {
  return type === TASK_DEFINITION ? String(outputs["arn"] ?? id) : id;
}

/** Inputs after a refresh: what is stored now, in the user's own words where it means the same. */
function refreshed(oldInputs: Properties, stored: Properties): Properties {
  const inputs: Properties = {};
  for (const [name, old] of Object.entries(oldInputs)) {
    const now = name === CHOSEN ? old : stored[name];
    if (now === undefined) continue;
    if (same(reveal(old), reveal(now))) inputs[name] = old;
    else inputs[name] = containsSecret(old) ? secret(reveal(now)) : now;
  }
  return inputs;
}

/** Write-only values are stored, because drift of them is of interest, and never read back. */
function visible(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !name.startsWith("__") && !/Wo$/.test(name)));
}

function gone(id: string): Refusal {
  const message = `'${id}' does not exist. It was deleted beside Pulumi: run 'pulumi refresh' and then 'pulumi up'.`;
  return { code: "ResourceNotFoundException", message };
}

/** A replacement differs from its predecessor in its name or else in its generation. */
function seedOf(storeSeed: string, urn: string, generation: number, name: unknown): string {
  return createHash("sha256").update(JSON.stringify([storeSeed, urn, generation, name])).digest("hex").slice(0, 32);
}
