import execa from "execa";
import { type Files, timed } from "./files";
import { installCheckov, pinned } from "./install";
import type { Verdict, Verdicts } from "./subject";

interface CheckovReport {
  readonly results: Readonly<Record<"passed_checks" | "failed_checks", readonly CheckovResult[]>>;
}

interface CheckovResult {
  readonly check_id: string;
  readonly file_path: string;
}

/** Judges a folder of templates, or of Terraform, with what checkov runs by default. */
export async function checkov(framework: string, write: () => Files): Promise<Verdicts> {
  const program = await installCheckov();
  const given = write();
  // Without a network it would wait for guidelines that it only prints.
  const quick = ["--skip-download", "--soft-fail", "--compact"];
  const args = ["--directory", given.folder, "--framework", framework, "--output", "json", ...quick];
  const { result, seconds } = await timed(given, () => execa(program, args, { maxBuffer: 2 ** 30 }));
  const { results } = JSON.parse(reportIn(result.stdout)) as CheckovReport;
  const [failed, passed] = [byFile(results.failed_checks), byFile(results.passed_checks)];
  const verdicts = given.names.map((name, index): [string, Verdict] => {
    const found = failed.get(index) ?? [];
    return [name, { found, looked: [...found, ...(passed.get(index) ?? [])] }];
  });
  return { version: pinned("checkov"), verdicts: new Map(verdicts), seconds };
}

/** What it stumbles over in a document it prints in front of its report: nothing has judged that one then. */
function reportIn(output: string): string {
  const start = output.search(/^\{/m);
  if (start < 0) throw new Error(`checkov made no report: ${output.slice(0, 200)}`);
  return output.slice(start);
}

function byFile(results: readonly CheckovResult[]): Map<number, string[]> {
  const ids = new Map<number, string[]>();
  for (const { check_id: id, file_path: path } of results) {
    const index = Number(/(\d+)\.\w+$/.exec(path)?.[1]);
    ids.set(index, [...(ids.get(index) ?? []), id]);
  }
  return ids;
}
