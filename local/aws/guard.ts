import { existsSync, statSync } from "node:fs";
import { isAbsolute, resolve, sep } from "node:path";

export const SANDBOX_VARIABLE = "CONTAINER_DELIVERY_SANDBOX";

/**
 * A stand-in looks like the real plugin to the engine: name and version agree. Started by a real deployment it would
 * report success against nothing, so it runs only where everything says "sandbox": the variable, a Pulumi home of the
 * sandbox's own, and state kept on this machine.
 */
export function sandboxDirectory(environment: NodeJS.ProcessEnv): string {
  const directory = environment[SANDBOX_VARIABLE];
  if (directory === undefined || directory === "") {
    throw refusal(`${SANDBOX_VARIABLE} is not set`);
  }
  if (!isAbsolute(directory) || !existsSync(directory) || !statSync(directory).isDirectory()) {
    throw refusal(`${SANDBOX_VARIABLE} is '${directory}', which is not the absolute path of an existing folder`);
  }
  const home = environment["PULUMI_HOME"];
  if (home === undefined || !resolve(home).startsWith(resolve(directory) + sep)) {
    throw refusal(`PULUMI_HOME is ${home ? `'${home}', which is not inside the sandbox` : "not set"}`);
  }
  const backend = environment["PULUMI_BACKEND_URL"];
  if (backend === undefined || !backend.startsWith("file://")) {
    throw refusal(`PULUMI_BACKEND_URL is ${backend ? `'${backend}'` : "not set"}, not a file:// address`);
  }
  return directory;
}

function refusal(what: string): Error {
  return new Error(
    `This is the local stand-in for the AWS provider, and it creates nothing in AWS. It refuses to start because ` +
      `${what}. Use 'npm run local' for the sandbox. For a real deployment remove this plugin from the plugin folder ` +
      `('pulumi plugin rm resource') and run 'pulumi install'.`,
  );
}
