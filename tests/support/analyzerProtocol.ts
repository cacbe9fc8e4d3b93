import { createRequire } from "node:module";
import type * as emptyProto from "google-protobuf/google/protobuf/empty_pb";
import type * as structProto from "google-protobuf/google/protobuf/struct_pb";
import * as pb from "@pulumi/pulumi/proto/analyzer_pb";

// The copies of the protocol that `@pulumi/pulumi` itself uses: it compares classes.
const fromPulumi = createRequire(require.resolve("@pulumi/pulumi/proto/analyzer_pb"));
export const { Struct } = fromPulumi("google-protobuf/google/protobuf/struct_pb") as typeof structProto;
export const { Empty } = fromPulumi("google-protobuf/google/protobuf/empty_pb") as typeof emptyProto;

export const secretKey = "4dabf18193072939515e22adb298388d";

/** A secret as the engine sends it. */
export function secret(value: unknown): object {
  return { [secretKey]: "1b47061264138c4ac30d75fd1eb44270", value };
}

export interface Sent {
  readonly type: string;
  readonly name?: string;
  readonly urn?: string;
  readonly props?: object;
  readonly protect?: boolean;
  readonly ignoreChanges?: string[];
  readonly parent?: string;
  readonly provider?: object;
  readonly dependencies?: string[];
  readonly propertyDependencies?: Readonly<Record<string, string[]>>;
}

export interface Told {
  readonly policy: string;
  readonly level: "advisory" | "mandatory" | "disabled" | "remediate";
  readonly urn: string;
  readonly severity: number;
  readonly description: string;
  readonly message: string;
}

export const levels = ["advisory", "mandatory", "disabled", "remediate"] as const;

export function urnOf(sent: Sent): string {
  return sent.urn ?? `urn:pulumi:dev::shop::${sent.type}::${sent.name ?? "it"}`;
}

function optionsOf(sent: Sent): pb.AnalyzerResourceOptions {
  const options = new pb.AnalyzerResourceOptions();
  options.setProtect(sent.protect ?? false);
  options.setIgnorechangesList(sent.ignoreChanges ?? []);
  if (sent.parent !== undefined) options.setParent(sent.parent);
  return options;
}

function providerOf(sent: Sent): pb.AnalyzerProviderResource | undefined {
  if (!sent.provider) return undefined;
  const provider = new pb.AnalyzerProviderResource();
  provider.setType("pulumi:providers:aws");
  provider.setName("own");
  provider.setUrn("urn:pulumi:dev::shop::pulumi:providers:aws::own");
  provider.setProperties(Struct.fromJavaScript(sent.provider as never) as never);
  return provider;
}

function fill<R extends pb.AnalyzeRequest | pb.AnalyzerResource>(request: R, sent: Sent): R {
  request.setType(sent.type);
  request.setName(sent.name ?? "it");
  request.setUrn(urnOf(sent));
  request.setProperties(Struct.fromJavaScript((sent.props ?? {}) as never) as never);
  request.setOptions(optionsOf(sent));
  request.setProvider(providerOf(sent));
  return request;
}

/** What the engine sends for one resource. */
export function requestOf(sent: Sent): pb.AnalyzeRequest {
  return fill(new pb.AnalyzeRequest(), sent);
}

/** What it sends for one of a whole stack. */
export function stackResourceOf(sent: Sent): pb.AnalyzerResource {
  const resource = fill(new pb.AnalyzerResource(), sent);
  resource.setParent(sent.parent ?? "");
  resource.setDependenciesList(sent.dependencies ?? []);
  for (const [property, urns] of Object.entries(sent.propertyDependencies ?? {})) {
    const dependencies = new pb.AnalyzerPropertyDependencies();
    dependencies.setUrnsList(urns);
    resource.getPropertydependenciesMap().set(property, dependencies);
  }
  return resource;
}

/** A field of a protobuf message that holds bytes: a text or a message. */
export function field(number: number, bytes: Uint8Array): Buffer {
  const length: number[] = [];
  for (let rest = bytes.length; ; rest >>>= 7) {
    if (rest < 128) return Buffer.concat([Buffer.from([(number << 3) | 2, ...length, rest]), bytes]);
    length.push((rest & 127) | 128);
  }
}

/** What the pack said. */
export function told(response: pb.AnalyzeResponse): Told[] {
  return response.getDiagnosticsList().map((each) => ({
    policy: each.getPolicyname(),
    level: levels[each.getEnforcementlevel()] ?? "advisory",
    urn: each.getUrn(),
    severity: each.getSeverity(),
    description: each.getDescription(),
    message: each.getMessage(),
  }));
}
