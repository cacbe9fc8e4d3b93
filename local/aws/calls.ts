import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { invoke } from "./invokes";
import { Account } from "./account";
import { Forecast } from "./forecast";
import { Lifecycle } from "./lifecycle";
import { autonamingOf, differenceMessage, failure, target } from "./messages";
import type { Session } from "./session";
import type { Settings } from "./settings";
import { settingsFrom } from "./settings";
import { Store } from "./store";
import { storeReader } from "./storeReader";
import { revealAll, same } from "./values";
import { decode, encode } from "./wire";

interface State {
  readonly store: Store;
  readonly forecast: Forecast;
  readonly lifecycle: Lifecycle;
}

/** Translates between protocol messages and the resources. */
export class Calls {
  private settings: Settings = settingsFrom({});
  private opened: State | undefined;

  constructor(private readonly session: Session) {}

  /** Opened late: the engine also starts providers that it then configures for nothing. */
  private get state(): State {
    if (this.opened === undefined) {
      const store = new Store(this.session.sandbox, this.settings.account);
      const account = new Account(this.session.schemas, store, this.settings, this.session.refuse);
      this.opened = { store, forecast: new Forecast(account), lifecycle: new Lifecycle(account) };
    }
    return this.opened;
  }

  configure(request: pb.ConfigureRequest): void {
    const variables: Record<string, unknown> = {};
    request
      .getVariablesMap()
      .forEach((value: string, key: string) => (variables[key.replace(/^aws:config:/, "")] = value));
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
    const { inputs, refusals } = this.state.forecast.check(
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
    return differenceMessage(
      this.state.forecast.diff(target(request), request.getId(), oldInputs, olds, news, ignored),
    );
  }

  create(request: pb.CreateRequest): pb.CreateResponse {
    const inputs = decode(request.getProperties());
    const { forecast, lifecycle } = this.state;
    if (request.getPreview()) {
      return new pb.CreateResponse().setProperties(encode(forecast.previewCreate(target(request), inputs)));
    }
    const { id, outputs } = lifecycle.create(target(request), inputs);
    return new pb.CreateResponse().setId(id).setProperties(encode(outputs));
  }

  read(request: pb.ReadRequest): pb.ReadResponse {
    const inputs = decode(request.getInputs());
    const found = this.state.lifecycle.read(target(request), request.getId(), inputs, decode(request.getProperties()));
    if (found === undefined) return new pb.ReadResponse();
    return new pb.ReadResponse().setId(found.id).setProperties(encode(found.outputs)).setInputs(encode(found.inputs));
  }

  update(request: pb.UpdateRequest): pb.UpdateResponse {
    const olds = decode(request.getOlds());
    const oldInputs = request.hasOldInputs() ? decode(request.getOldInputs()) : olds;
    const news = decode(request.getNews());
    const { forecast, lifecycle } = this.state;
    const outputs = request.getPreview()
      ? forecast.previewUpdate(target(request), news, oldInputs, olds)
      : lifecycle.update(target(request), request.getId(), news, oldInputs, olds);
    return new pb.UpdateResponse().setProperties(encode(outputs));
  }

  delete(request: pb.DeleteRequest): void {
    const olds = decode(request.getProperties());
    const oldInputs = request.hasOldInputs() ? decode(request.getOldInputs()) : olds;
    this.state.lifecycle.delete(target(request), request.getId(), oldInputs, olds);
  }

  invoke(request: pb.InvokeRequest): pb.InvokeResponse {
    const { settings } = this;
    const args = revealAll(decode(request.getArgs()));
    const region = typeof args["region"] === "string" ? args["region"] : settings.region;
    const scope = { settings, store: storeReader(this.state.store, region), schemas: this.session.schemas };
    return new pb.InvokeResponse().setReturn(encode(invoke(request.getTok(), args, scope)));
  }
}
