import { runtime } from "@pulumi/pulumi";
import * as state from "@pulumi/pulumi/runtime/state";

export const account = "123456789012";
export const region = "eu-west-1";

// The SDK takes a stack trace for every promise; mapped to TypeScript, long ones cost most of a test's time.
Error.stackTraceLimit = 4;

/** A resource as the program registered it. Inputs that are unknown in preview are missing. */
export interface Recorded {
  readonly type: string;
  readonly name: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test knows what it looks for
  readonly inputs: any;
  readonly parent: string;
  readonly protect: boolean;
  readonly ignoreChanges: string[];
  readonly provider: string;
}

/** Everything a program registered under mocks. */
export class Recorder {
  public readonly resources: Recorded[] = [];

  public ofType(type: string): Recorded[] {
    return this.resources.filter((resource) => resource.type === type);
  }

  /** The only resource of a type; anything else is a test failure. */
  public one(type: string): Recorded {
    const found = this.ofType(type);
    if (found.length !== 1) throw new Error(`Expected one ${type}, found ${found.length}: ${this.types().join(", ")}`);
    return found[0] as Recorded;
  }

  public named(name: string): Recorded {
    const found = this.resources.filter(
      (resource) => resource.name === name && !resource.type.startsWith("container-"),
    );
    if (found.length !== 1)
      throw new Error(`Expected one resource ${name}, found ${found.length}: ${this.names().join(", ")}`);
    return found[0] as Recorded;
  }

  public types(): string[] {
    return [...new Set(this.resources.map(({ type }) => type))].sort();
  }

  public names(): string[] {
    return this.resources.map(({ name }) => name).sort();
  }

  /** Waits until nothing is being registered any more. */
  public async settled(): Promise<void> {
    await (runtime as unknown as { waitForRPCs(): Promise<void> }).waitForRPCs();
  }
}

export interface MockOptions {
  readonly project?: string;
  readonly stack?: string;
  /** Whether computed outputs stay unknown, as in the first preview of a stack. Defaults to false. */
  readonly preview?: boolean;
  /** Config by full key. */
  readonly config?: Record<string, string>;
}

/**
 * Starts recording. What mocks do not show: checks, defaults and default tags of the provider, differences and
 * replacements, the children of awsx, and any policy.
 */
export async function startMocks(options: MockOptions = {}): Promise<Recorder> {
  const { project = "container-delivery", stack = "dev", preview = false, config = {} } = options;
  const recorder = new Recorder();
  await runtime.setMocks({ newResource: (args) => answer(args, preview), call }, project, stack, preview);
  runtime.setAllConfig(config);
  // Mocks never call transforms, and without this refuse whoever uses them.
  (state as unknown as { getStore(): { supportsTransforms: boolean } }).getStore().supportsTransforms = true;
  record(recorder);
  return recorder;
}

/** Mocks see inputs only; the request also carries parent and options. */
function record(recorder: Recorder): void {
  const monitor = runtime.getMonitor() as unknown as { registerResource: (request: Request, done: unknown) => void };
  const register = monitor.registerResource.bind(monitor);
  monitor.registerResource = (request, done) => {
    const inputs = runtime.deserializeProperties(request.getObject() as never);
    recorder.resources.push({
      type: request.getType(),
      name: request.getName(),
      inputs,
      parent: request.getParent(),
      protect: request.getProtect(),
      ignoreChanges: request.getIgnorechangesList(),
      provider: request.getProvider(),
    });
    register(request, done);
  };
}

interface Request {
  getType(): string;
  getName(): string;
  getObject(): unknown;
  getParent(): string;
  getProtect(): boolean;
  getIgnorechangesList(): string[];
  getProvider(): string;
}

function answer(
  { type, name, inputs, custom }: runtime.MockResourceArgs,
  preview: boolean,
): runtime.MockResourceResult {
  if (preview) return { id: undefined, state: { ...inputs } };
  return { id: custom ? `${name}-id` : undefined, state: { ...computed(type, name, inputs), ...inputs } };
}

function computed(type: string, name: string, inputs: Record<string, unknown>): Record<string, unknown> {
  const [service, resource] = type.replace(/^aws:/, "").split(/[/:]/);
  const arn = (text: string) => ({ arn: `arn:aws:${service}:${region}:${account}:${text}` });
  switch (type) {
    case "aws:kms/key:Key":
      return { ...arn(`key/${keyId}`), keyId };
    case "aws:iam/role:Role":
      return { arn: `arn:aws:iam::${account}:role/${String(inputs.name)}` };
    case "aws:ecr/repository:Repository":
      return {
        ...arn(`repository/${String(inputs.name)}`),
        repositoryUrl: `${account}.dkr.ecr.${region}.amazonaws.com/${String(inputs.name)}`,
      };
    case "aws:signer/signingProfile:SigningProfile":
      return arn(`/signing-profiles/${String(inputs.name)}`);
    case "aws:ec2/vpcEndpoint:VpcEndpoint":
      return { prefixListId: "pl-6da54004" };
    case "awsx:ec2:Vpc":
      return {
        vpcId: "vpc-0123456789abcdef0",
        publicSubnetIds: ["subnet-0000000a", "subnet-0000000b"],
        privateSubnetIds: ["subnet-0000001a", "subnet-0000001b"],
        routeTables: ["rtb-0000000a", "rtb-0000000b"],
      };
    default:
      return arn(`${resource}/${String(inputs.name ?? name)}`);
  }
}

export const keyId = "1234abcd-12ab-34cd-56ef-1234567890ab";
export const keyArn = `arn:aws:kms:${region}:${account}:key/${keyId}`;

function call({ token }: runtime.MockCallArgs): Record<string, unknown> {
  switch (token) {
    case "aws:index/getPartition:getPartition":
      return { partition: "aws", dnsSuffix: "amazonaws.com" };
    case "aws:index/getRegion:getRegion":
      return { region, id: region, name: region };
    case "aws:index/getCallerIdentity:getCallerIdentity":
      return { accountId: account, arn: `arn:aws:iam::${account}:root`, id: account };
    default:
      return {};
  }
}
