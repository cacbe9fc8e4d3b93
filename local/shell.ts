import * as path from "node:path";
import { note } from "./console";
import type { Session } from "./session";
import { runAttached } from "./session";
import { bundle } from "./toolchain/bundle";
import { writeNodeExecutable } from "./toolchain/executable";
import { repositoryRoot } from "./toolchain/folders";

/** A shell in which `pulumi` is the sandbox's: by way of this program, so that configuration is handled as elsewhere. */
export async function openShell(session: Session): Promise<number> {
  const folder = path.join(session.sandbox, "shell");
  const program = await bundle(path.join(repositoryRoot, "local", "shellPulumi.ts"));
  await writeNodeExecutable(path.join(folder, "pulumi"), program);
  const environment = { ...session.environment, PATH: [folder, session.environment.PATH].join(path.delimiter) };
  const shell = process.env.SHELL ?? "/bin/sh";
  note(`A shell in the sandbox: pulumi works on stacks in ${session.sandbox}. Leave it with exit.`);
  return runAttached({ ...session, environment }, shell, []);
}
