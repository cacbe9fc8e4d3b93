import * as pb from "@pulumi/pulumi/proto/provider_pb";
import type { Difference, Kind } from "./diff";
import { invoke } from "./invokes";
import type { Autonaming } from "./naming";
import type { Refusal } from "./refusals/contract";
import { Resources } from "./resources";
import type { Session } from "./session";
import type { Settings } from "./settings";
import { settingsFrom } from "./settings";
import { Store } from "./store";
import { storeReader } from "./storeReader";
import { revealAll, same } from "./values";
import { decode, encode } from "./wire";

interface Request {
  getUrn(): string;
  getType(): string;
}

const MODES = ["propose", "enforce", "disable"] as const;
const { Kind: PropertyKind } = pb.PropertyDiff;
const KINDS: Readonly<Record<Kind, [pb.PropertyDiff.Kind, pb.PropertyDiff.Kind]>> = {
  add: [PropertyKind.ADD, PropertyKind.ADD_REPLACE],
  delete: [PropertyKind.DELETE, PropertyKind.DELETE_REPLACE],
  update: [PropertyKind.UPDATE, PropertyKind.UPDATE_REPLACE],
};

/** Translates between protocol messages and the resources. */
export class Calls {
  private settings: Settings = settingsFrom({});
  private opened: { store: Store; resources: Resources } | undefined;

  constructor(private readonly session: Session) {}

  /** Opened late: the engine also starts providers that it then configures for nothing. */
  private get state(): { store: Store; resources: Resources } {
    if (this.opened === undefined) {
      const store = new Store(this.session.sandbox, this.settings.account);
      this.opened = { store, resources: new Resources(this.session.schemas, store, this.settings, this.session.refuse) };
    }
    return this.opened;
  }

  configure(request: pb.ConfigureRequest): void {
    const variables: Record<string, unknown> = {};
    request.getVariablesMap().forEach((value: string, key: string) => (variables[key.replace(/^aws:config:/, "")] = value));
    this.settings = settingsFrom({ ...variables, ...decode(request.getArgs()) });
    this.opened = undefined;
  }

  checkConfig(request: pb.CheckRequest): pb.CheckResponse {
    const news = decode(request.getNews());
    const response = new pb.CheckResponse().setInputs(encode(news));
    if (news["region"] === undefined) {
      const reason = "is missing. Set it with 'pulumi config set aws:region eu-west-1', or AWS_REGION";
      response.addFailures(new pb.CheckFailure().setProperty("region").setReason(reason));
    }
    return response;
  }

  /** Another account or region is another provider: its resources are replaced, as the real one does. */
  diffConfig(request: pb.DiffRequest): pb.DiffResponse {
    const olds = decode(request.hasOldInputs() ? request.getOldInputs() : request.getOlds());
    const news = decode(request.getNews());
    const changed = [...new Set([...Object.keys(olds), ...Object.keys(news)])].filter(
      (name) => name !== "version" && !same(olds[name], news[name]),
    );
    const { DIFF_NONE, DIFF_SOME } = pb.DiffResponse.DiffChanges;
    const response = new pb.DiffResponse().setChanges(changed.length > 0 ? DIFF_SOME : DIFF_NONE);
    return response.setDiffsList(changed).setReplacesList(changed.filter((name) => name === "region"));
  }

  check(request: pb.CheckRequest): pb.CheckResponse {
    const seed = request.getRandomseed_asU8();
    const { inputs, refusals } = this.state.resources.check(
      target(request),
      decode(request.getOlds()),
      decode(request.getNews()),
      seed,
      autonamingOf(request),
    );
    const response = new pb.CheckResponse().setInputs(encode(inputs));
    return response.setFailuresList(refusals.map(failure));
  }

  diff(request: pb.DiffRequest): pb.DiffResponse {
    const olds = decode(request.getOlds());
    const oldInputs = request.hasOldInputs() ? decode(request.getOldInputs()) : olds;
    const news = decode(request.getNews());
    const ignored = request.getIgnorechangesList();
    return differenceMessage(this.state.resources.diff(target(request), request.getId(), oldInputs, olds, news, ignored));
  }

  create(request: pb.CreateRequest): pb.CreateResponse {
    const inputs = decode(request.getProperties());
    const { resources } = this.state;
    if (request.getPreview()) {
      return new pb.CreateResponse().setProperties(encode(resources.previewCreate(target(request), inputs)));
    }
    const { id, outputs } = resources.create(target(request), inputs);
    return new pb.CreateResponse().setId(id).setProperties(encode(outputs));
  }

  read(request: pb.ReadRequest): pb.ReadResponse {
    const inputs = decode(request.getInputs());
    const found = this.state.resources.read(target(request), request.getId(), inputs, decode(request.getProperties()));
    if (found === undefined) return new pb.ReadResponse();
    return new pb.ReadResponse().setId(found.id).setProperties(encode(found.outputs)).setInputs(encode(found.inputs));
  }

  update(request: pb.UpdateRequest): pb.UpdateResponse {
    const olds = decode(request.getOlds());
    const oldInputs = request.hasOldInputs() ? decode(request.getOldInputs()) : olds;
    const news = decode(request.getNews());
    const { resources } = this.state;
    const outputs = request.getPreview()
      ? resources.previewUpdate(target(request), news, oldInputs, olds)
      : resources.update(target(request), request.getId(), news, oldInputs, olds);
    return new pb.UpdateResponse().setProperties(encode(outputs));
  }

  delete(request: pb.DeleteRequest): void {
    const olds = decode(request.getProperties());
    const oldInputs = request.hasOldInputs() ? decode(request.getOldInputs()) : olds;
    this.state.resources.delete(target(request), request.getId(), oldInputs, olds);
  }

  invoke(request: pb.InvokeRequest): pb.InvokeResponse {
    const { settings } = this;
    const args = revealAll(decode(request.getArgs()));
    const region = typeof args["region"] === "string" ? args["region"] : settings.region;
    const scope = { settings, store: storeReader(this.state.store, region), schemas: this.session.schemas };
    return new pb.InvokeResponse().setReturn(encode(invoke(request.getTok(), args, scope)));
  }
}

function target(request: Request): { type: string; urn: string } {
  const urn = request.getUrn();
  return { urn, type: request.getType() || urn.split("::")[2]?.split("$").pop() || "" };
}

function autonamingOf(request: pb.CheckRequest): Autonaming | undefined {
  const options = request.getAutonaming();
  if (options === undefined) return undefined;
  return { mode: MODES[options.getMode()] ?? "propose", proposed: options.getProposedName() };
}

function failure(refusal: Refusal): pb.CheckFailure {
  const reason = `${refusal.code}: ${refusal.message}`;
  return new pb.CheckFailure().setProperty(refusal.property ?? "").setReason(reason);
}

function differenceMessage(difference: Difference): pb.DiffResponse {
  const { DIFF_NONE, DIFF_SOME } = pb.DiffResponse.DiffChanges;
  const response = new pb.DiffResponse()
    .setChanges(difference.changed.length > 0 ? DIFF_SOME : DIFF_NONE)
    .setDiffsList([...difference.changed])
    .setReplacesList([...difference.replaces])
    .setDeletebeforereplace(difference.deleteBeforeReplace)
    .setHasdetaileddiff(true);
  const details = response.getDetaileddiffMap();
  for (const [path, { kind, replaces }] of difference.paths) {
    details.set(path, new pb.PropertyDiff().setKind(KINDS[kind][replaces ? 1 : 0]).setInputdiff(true));
  }
  return response;
}
