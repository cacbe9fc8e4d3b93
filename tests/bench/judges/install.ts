import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import execa from "execa";

/** Where the other judges are installed when they are asked for. Nothing else uses them. */
export const ignoredFolder = join(__dirname, "../../../.local/judges");
const environment = join(ignoredFolder, "checkov");

/** Installs cdk-nag, once. */
export async function installCdkNag(): Promise<void> {
  await once("cdk-nag", join(__dirname, "package-lock.json"), async () => {
    await execa("npm", ["ci", "--no-audit", "--no-fund"], { cwd: __dirname });
  });
}

/** Installs checkov into a virtual environment, once, and returns its program. */
export async function installCheckov(): Promise<string> {
  const requirements = join(__dirname, "requirements.txt");
  await once("checkov", requirements, async () => {
    await execa("python3", ["-m", "venv", "--clear", environment]);
    await execa(join(environment, "bin/pip"), ["install", "--quiet", "--requirement", requirements]);
  });
  return join(environment, "bin/checkov");
}

/** The lock file is noted once all it names is there: a change of it installs again, and so does a broken installation. */
async function once(name: string, lockFile: string, install: () => Promise<void>): Promise<void> {
  const mark = join(ignoredFolder, `${name}.installed`);
  const wanted = readFileSync(lockFile, "utf8");
  if (existsSync(mark) && readFileSync(mark, "utf8") === wanted) return;
  console.error(`installing ${name} …`);
  await install();
  mkdirSync(ignoredFolder, { recursive: true });
  writeFileSync(mark, wanted);
}

/** The version that a file of the installation names. */
export function pinned(name: string): string {
  if (name === "checkov")
    return /^checkov==(.+)$/m.exec(readFileSync(join(__dirname, "requirements.txt"), "utf8"))?.[1] ?? "";
  const { dependencies } = JSON.parse(readFileSync(join(__dirname, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  return dependencies[name] ?? "";
}
