import * as path from "node:path";
import { Command, CommanderError } from "commander";
import { failure, note } from "./console";
import { runMainJob } from "./mainJob";
import { buildPolicyPack, operate } from "./operations";
import type { Operation, OperationOptions } from "./operations";
import { passThrough } from "./passThrough";
import { currentSandbox, resetSandbox } from "./sandbox";
import { openSession } from "./session";
import { openShell } from "./shell";
import { bundle } from "./toolchain/bundle";
import { repositoryRoot } from "./toolchain/folders";
import { Interrupted } from "./toolchain/interruption";

function commandLine(finish: (code: number) => void): Command {
  const program = new Command("npm run local --")
    .description("Runs this repository's stacks on this machine: real Pulumi engine and policies, a stand-in for AWS.")
    .exitOverride()
    .allowExcessArguments()
    .enablePositionalOptions()
    .option("--no-policy", "without the policy pack")
    .option("--skip-preview", "deploy without a preview first")
    .action(async (options: OperationOptions) => {
      if (program.args.length > 0) {
        program.error(`error: there is no command '${program.args[0]}'. --help lists them.`);
      }
      finish(await runMainJob(await session(), "dev", options));
    })
    .addHelpText(
      "after",
      "\nWith no command: preview stack dev with the policy pack, deploy it and show what was made.",
    );

  for (const [operation, description] of operations) {
    const command = program
      .command(`${operation} [stack]`)
      .description(description)
      .option("--json", "Pulumi's own output as JSON on standard output")
      .action(async (stack: string | undefined, options: OperationOptions) =>
        finish(await single(operation, stack, options)),
      );
    if (operation === "preview" || operation === "up") {
      command.option("--no-policy", "without the policy pack");
    }
    if (operation !== "preview") {
      command.option("--skip-preview", "without a preview first");
    }
  }

  program
    .command("pulumi [args...]")
    .description("any Pulumi command in the sandbox, output untouched")
    .helpOption(false)
    .allowUnknownOption()
    .passThroughOptions()
    .action(async (args: string[]) => finish(await passThrough(await session(), args)));
  program
    .command("shell")
    .description("a shell with the sandbox's environment and its pulumi first on PATH")
    .action(async () => finish(await openShell(await session())));
  program
    .command("reset")
    .description("forgets the sandbox's stacks, resources and settings; keeps what was built")
    .action(() => finish(reset()));
  return program;
}

const operations: readonly (readonly [Operation, string])[] = [
  ["preview", "shows what would change, with the policy pack (stack: dev or prod, default dev)"],
  ["up", "deploys into the sandbox"],
  ["refresh", "compares a stack with what is in the sandbox's store"],
  ["destroy", "deletes what a stack deployed"],
];

const session = () => openSession(repositoryRoot, currentSandbox());

async function single(operation: Operation, stack = "dev", options: OperationOptions): Promise<number> {
  const opened = await session();
  if ((operation === "preview" || operation === "up") && options.policy !== false) {
    await buildPolicyPack(opened);
  }
  return operate(opened, operation, stack, options);
}

function reset(): number {
  resetSandbox(currentSandbox());
  process.stderr.write("The sandbox is empty. Nothing was deployed anywhere else.\n");
  return 0;
}

async function main(): Promise<void> {
  try {
    await commandLine((code) => (process.exitCode = code)).parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has shown the help or the mistake itself.
      process.exitCode = error.exitCode;
    } else {
      failure(process.env.DEBUG ? String((error as Error).stack) : (error as Error).message);
      process.exitCode = error instanceof Interrupted ? error.exitCode : 1;
    }
  }
  await bundle(path.join(repositoryRoot, "local", "cli.ts")).catch((error: Error) => note(error.message));
}

void main();
