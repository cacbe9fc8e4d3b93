import type { ComponentResourceOptions, Inputs } from "@pulumi/pulumi";
import { main } from "@pulumi/pulumi/provider";
import { sandboxDirectory } from "../aws/guard";
import { endWithEngine } from "../aws/lifetime";
import { findPackage } from "../aws/package";
import { Vpc } from "./vpc";

/** `pulumi-resource-awsx <engine address>`: constructs `awsx:ec2:Vpc` from plain AWS resources. */
function start(): Promise<void> {
  const sandbox = sandboxDirectory(process.env);
  const { version } = findPackage("@pulumi/awsx", [process.cwd(), __dirname, sandbox]);
  return main({ version, construct }, process.argv.slice(2));
}

async function construct(name: string, type: string, inputs: Inputs, options: ComponentResourceOptions) {
  if (type !== "awsx:ec2:Vpc") {
    throw new Error(
      `The awsx stand-in has no '${type}'. It knows awsx:ec2:Vpc: build the rest from @pulumi/aws resources.`,
    );
  }
  const vpc = new Vpc(name, options);
  return { urn: vpc.urn, state: await vpc.build(name, inputs) };
}

endWithEngine();
try {
  void start().catch(fail);
} catch (error) {
  fail(error as Error);
}

function fail(error: Error): never {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
