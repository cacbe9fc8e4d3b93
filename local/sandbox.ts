import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import { bundle } from "./toolchain/bundle";
import { writeNodeExecutable } from "./toolchain/executable";
import { localFolder, repositoryRoot } from "./toolchain/folders";

/**
 * The folder of the sandbox: the one of the sandbox's shell that this runs in, else the repository's. Only folders
 * below `.local` count, because resetting deletes.
 */
export function currentSandbox(env: NodeJS.ProcessEnv = process.env): string {
  const inherited = env[sandboxVariable];
  const folder = inherited ? path.resolve(inherited) : localFolder;
  return folder.startsWith(localFolder + path.sep) ? folder : localFolder;
}

/**
 * What lets the stand-in providers start. Only this file sets it, together with a Pulumi home and a backend of the
 * sandbox's own: a real deployment can neither find the stand-ins nor start them.
 */
const sandboxVariable = "CONTAINER_DELIVERY_SANDBOX";

/** Guards nothing: the sandbox's state holds made-up values only. Pulumi demands one. */
const passphrase = "container-delivery-sandbox";

/** The environment in which Pulumi sees the sandbox and nothing else. */
export function sandboxEnvironment(sandbox: string, inherited: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  return {
    ...withoutAccounts(inherited),
    [sandboxVariable]: sandbox,
    PULUMI_HOME: path.join(sandbox, "pulumi"),
    PULUMI_BACKEND_URL: `file://${path.join(sandbox, "state")}`,
    PULUMI_CONFIG_PASSPHRASE: passphrase,
    PULUMI_FALLBACK_TO_STATE_SECRETS_MANAGER: "true",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_SUPPRESS_NEO_LINK: "true",
    PULUMI_IGNORE_AMBIENT_PLUGINS: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_DISABLE_REGISTRY_RESOLVE: "true",
    PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS: "true",
    AWS_CONFIG_FILE: path.join(sandbox, "no-account"),
    AWS_SHARED_CREDENTIALS_FILE: path.join(sandbox, "no-account"),
    AWS_EC2_METADATA_DISABLED: "true",
  };
}

/** Credentials, profiles, other backends and plugins under development: nothing of an account gets in. */
function withoutAccounts(inherited: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(inherited).filter(([name]) => !/^(AWS|PULUMI)_/.test(name)));
}

/** Makes the folders and puts the stand-in providers where only this sandbox's Pulumi home looks. */
export async function prepareSandbox(sandbox: string, standIns: readonly string[] = ["aws", "awsx"]): Promise<void> {
  for (const folder of ["pulumi/plugins", "state", "aws"]) {
    mkdirSync(path.join(sandbox, folder), { recursive: true });
  }
  await Promise.all(standIns.map((provider) => placeStandIn(sandbox, provider)));
}

/** The engine takes a plugin from its cache only in exactly the version that the SDK package asks for. */
async function placeStandIn(sandbox: string, provider: string): Promise<void> {
  const folder = path.join(
    sandbox,
    "pulumi",
    "plugins",
    `resource-${provider}-v${installedVersion(`@pulumi/${provider}`)}`,
  );
  const program = await bundle(path.join(repositoryRoot, "local", provider, "main.ts"));
  await writeNodeExecutable(path.join(folder, `pulumi-resource-${provider}`), program);
}

function installedVersion(name: string): string {
  const manifest = createRequire(path.join(repositoryRoot, "package.json")).resolve(`${name}/package.json`);
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
}

/** Forgets stacks, their resources and their configuration. What was built stays. */
export function resetSandbox(sandbox: string): void {
  for (const folder of ["state", "aws", "project", "pulumi"]) {
    rmSync(path.join(sandbox, folder), { recursive: true, force: true });
  }
}
