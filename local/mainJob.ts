import { existsSync } from "node:fs";
import colors from "picocolors";
import { heading } from "./console";
import { buildPolicyPack, operate } from "./operations";
import type { OperationOptions } from "./operations";
import type { Session } from "./session";
import { stateFile } from "./session";
import { readResources } from "./stackState";
import type { DeployedResource } from "./stackState";
import { summarize } from "./summary";

/** Preview with the policies, deployment into the sandbox, and what came of it. Returns the first failing exit code. */
export async function runMainJob(session: Session, stack: string, options: OperationOptions): Promise<number> {
  const { toolchain } = session;
  const origin = toolchain.origin === "installed" ? `installed: ${toolchain.cli}` : "built here";
  heading(`Pulumi ${toolchain.version} (${origin}), no AWS account involved`);
  if (options.policy !== false) {
    await buildPolicyPack(session);
  }
  if (!options.skipPreview) {
    heading(`1. Preview of stack ${stack}${options.policy === false ? "" : " with the policy pack"}`);
    const code = await operate(session, "preview", stack, options);
    if (code !== 0) {
      return code;
    }
  }
  const before = deployed(session, stack);
  heading(`${options.skipPreview ? "1" : "2"}. Deployment into the sandbox`);
  const code = await operate(session, "up", stack, { ...options, skipPreview: true });
  if (code !== 0) {
    return code;
  }
  heading(`${options.skipPreview ? "2" : "3"}. What is there now`);
  process.stdout.write(`${summarize(deployed(session, stack), before)}\n`);
  process.stdout.write(`\n${nextSteps(stack)}\n`);
  return 0;
}

function deployed(session: Session, stack: string): readonly DeployedResource[] {
  const file = stateFile(session, stack);
  return existsSync(file) ? readResources(file) : [];
}

function nextSteps(stack: string): string {
  const other = stack === "dev" ? "prod" : "dev";
  const steps: [string, string][] = [
    [`npm run local -- up ${stack}`, "again: nothing changes"],
    [`npm run local -- preview ${other}`, "the other environment"],
    [`npm run local -- pulumi stack --stack ${stack} --show-urns`, "any Pulumi command"],
    [`npm run local -- shell`, "a shell in the sandbox"],
    [`npm run local -- destroy ${stack}`, "removes it again"],
  ];
  const width = Math.max(...steps.map(([command]) => command.length));
  return [
    colors.bold("Try next"),
    ...steps.map(([command, effect]) => `  ${colors.cyan(command.padEnd(width))}  ${colors.dim(effect)}`),
  ].join("\n");
}
