import type { Account, Target } from "./account";
import { checkInputs } from "./check";
import type { Difference } from "./diff";
import { diffResource } from "./diff";
import type { Autonaming } from "./naming";
import { previewedCreation, previewedUpdate } from "./outputs";
import type { Refusal } from "./refusals/contract";
import type { Properties } from "./values";
import { revealAll } from "./values";

/** What is said of a resource without touching it: Check, Diff and previews. */
export class Forecast {
  constructor(private readonly account: Account) {}

  check(
    target: Target,
    olds: Properties,
    news: Properties,
    seed: Uint8Array,
    autonaming?: Autonaming,
  ): { inputs: Properties; refusals: readonly Refusal[] } {
    const schema = this.account.schemas.require(target.type);
    const unfinished = this.unfinished(target.urn, olds);
    const defaultTags = this.account.settings.defaultTags;
    const request = { schema, urn: target.urn, olds, news, seed, defaultTags };
    const inputs = checkInputs({ ...request, ...(autonaming && { autonaming }), ...(unfinished && { unfinished }) });
    return { inputs, refusals: this.account.refuse(this.account.call("check", schema, target, inputs)) };
  }

  diff(
    target: Target,
    id: string,
    oldInputs: Properties,
    oldOutputs: Properties,
    newInputs: Properties,
    ignoreChanges: string[],
  ): Difference {
    this.account.store.pendings.confirm(target.urn, id);
    return diffResource({
      schema: this.account.schemas.require(target.type),
      oldInputs,
      oldOutputs,
      newInputs,
      ignoreChanges,
    });
  }

  previewCreate(target: Target, inputs: Properties): Properties {
    return previewedCreation(
      this.account.schemas.require(target.type),
      inputs,
      this.account.regionOf(revealAll(inputs)),
    );
  }

  previewUpdate(target: Target, inputs: Properties, oldInputs: Properties, oldOutputs: Properties): Properties {
    const schema = this.account.schemas.require(target.type);
    const { changed } = diffResource({ schema, oldInputs, oldOutputs, newInputs: inputs, ignoreChanges: [] });
    return previewedUpdate(schema, inputs, oldOutputs, changed);
  }

  private unfinished(urn: string, olds: Properties): Properties | undefined {
    const pending = this.account.store.pendings.find(urn);
    if (pending === undefined) return undefined;
    // The engine has these very inputs in its state: the creation did finish.
    if (JSON.stringify(revealAll(olds)) === JSON.stringify(revealAll(pending.inputs))) {
      this.account.store.pendings.confirm(urn);
      return undefined;
    }
    return pending.inputs;
  }
}
