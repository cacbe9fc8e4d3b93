import { createHash } from "node:crypto";
import type { Account, Target } from "./account";
import { keyOf, RefusedError } from "./account";
import { CHOSEN } from "./check";
import { nameRule } from "./naming";
import { actualOutputs } from "./outputs";
import { refreshed, visible } from "./readBack";
import type { Refusal } from "./refusals/contract";
import type { TypeSchema } from "./schema";
import type { StoredRecord } from "./store";
import { inputsOf, storedRegion } from "./storeReader";
import type { Properties } from "./values";
import { revealAll } from "./values";
import { logicalName } from "./naming";

/** The life of resources: Create, Read, Update and Delete. */
export class Lifecycle {
  /** Keys of resources that a replacement in this run has overwritten: deleting the predecessor must not remove them. */
  private readonly takenOver = new Set<string>();

  constructor(private readonly account: Account) {}

  /**
   * A creation is noted before anything is written and stays noted until the engine names the id: when the process or
   * the engine dies in between, the next run takes up the same name and id instead of making a second resource.
   */
  create(target: Target, inputs: Properties): { id: string; outputs: Properties } {
    const schema = this.account.schemas.require(target.type);
    this.account.throwRefusal(this.account.call("create", schema, target, inputs), "creating", logicalName(target.urn));
    const plain = revealAll(inputs);
    const region = this.account.regionOf(plain);
    const place = storedRegion(target.type, region);
    const unfinished = this.account.store.pendings.find(target.urn);
    if (unfinished !== undefined) this.account.store.remove(unfinished.type, unfinished.region, unfinished.key);
    const made = this.firstFree(schema, target, inputs, region, unfinished?.generation ?? 0);
    const base = {
      type: target.type,
      key: made.key,
      id: made.id,
      urn: target.urn,
      region: place,
      generation: made.generation,
    };
    if (this.account.store.read(target.type, place, made.key)?.urn === target.urn) this.takenOver.add(made.key);
    this.account.store.pendings.begin({ ...base, inputs });
    const { created, seed } = made;
    this.save({ ...base, account: this.account.settings.account, created, seed }, inputs, made.outputs);
    return { id: made.id, outputs: visible(made.outputs) };
  }

  /** A replacement stands beside its predecessor, so it needs an id of its own, unless the id follows from the inputs. */
  private firstFree(schema: TypeSchema, target: Target, inputs: Properties, region: string, first: number) {
    const created = new Date().toISOString();
    const plain = revealAll(inputs);
    const at = (generation: number) => {
      const seed = seedOf(this.account.store.seed, target.urn, generation, plain[nameRule(schema)?.property ?? "name"]);
      const subject = this.account.subject(target, plain, region, seed, created);
      const { id, outputs } = actualOutputs(schema, inputs, subject);
      return { id, key: keyOf(target.type, id, outputs), outputs, generation, created, seed };
    };
    for (let made = at(first); ;) {
      if (this.account.store.read(target.type, storedRegion(target.type, region), made.key) === undefined) return made;
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
    const region = this.account.regionOf(revealAll(oldInputs));
    const record = this.account.find(target.type, storedRegion(target.type, region), id, oldOutputs);
    if (record === undefined) return undefined;
    this.account.store.pendings.confirm(target.urn, record.id);
    const known = Object.keys(oldInputs).length > 0;
    const inputs = known ? refreshed(oldInputs, record.properties) : { ...inputsOf(record), [CHOSEN]: [] };
    return { id: record.id, outputs: visible(record.properties), inputs };
  }

  update(target: Target, id: string, inputs: Properties, oldInputs: Properties, oldOutputs: Properties): Properties {
    const schema = this.account.schemas.require(target.type);
    const plain = revealAll(inputs);
    const region = this.account.regionOf(plain);
    const record = this.account.find(target.type, storedRegion(target.type, region), id, oldOutputs);
    if (record === undefined) throw new RefusedError([gone(id)], "updating", target.type, id);
    const call = { ...this.account.call("update", schema, target, inputs), id, old: revealAll(oldInputs) };
    this.account.throwRefusal(call, "updating", id);
    const subject = this.account.subject(target, plain, region, record.seed, record.created, record.properties);
    const { outputs } = actualOutputs(schema, inputs, subject, record.properties);
    this.save(record, inputs, outputs);
    this.account.store.pendings.confirm(target.urn, id);
    return visible(outputs);
  }

  /** Deleting what is gone succeeds: the previous attempt may have died just after it. */
  delete(target: Target, id: string, oldInputs: Properties, oldOutputs: Properties): void {
    const schema = this.account.schemas.require(target.type);
    const region = this.account.regionOf(revealAll(oldInputs));
    const record = this.account.find(target.type, storedRegion(target.type, region), id, oldOutputs);
    // Left behind on purpose: earlier revisions of a task definition are what a rollback returns to.
    if (revealAll(oldInputs)["skipDestroy"] === true) return this.account.store.pendings.confirm(target.urn, id);
    if (record !== undefined && !this.takenOver.delete(record.key)) {
      this.account.throwRefusal({ ...this.account.call("delete", schema, target, oldInputs), id }, "deleting", id);
      this.account.store.remove(target.type, record.region, record.key);
      this.account.store.pendings.confirm(target.urn, id);
    }
  }

  private save(record: Omit<StoredRecord, "given" | "properties">, inputs: Properties, outputs: Properties): void {
    const given = Object.keys(inputs).filter((name) => name !== CHOSEN);
    const { type, key, id, urn, region, account, created, generation, seed } = record;
    this.account.store.write({
      type,
      key,
      id,
      urn,
      region,
      account,
      created,
      generation,
      seed,
      given,
      properties: outputs,
    });
  }
}

function gone(id: string): Refusal {
  const message = `'${id}' does not exist. It was deleted beside Pulumi: run 'pulumi refresh' and then 'pulumi up'.`;
  return { code: "ResourceNotFoundException", message };
}

/** A replacement differs from its predecessor in its name or else in its generation. */
function seedOf(storeSeed: string, urn: string, generation: number, name: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify([storeSeed, urn, generation, name]))
    .digest("hex")
    .slice(0, 32);
}
