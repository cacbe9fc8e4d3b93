import { documents } from "./documents";
import { judges } from "./judges";
import { containers } from "./resources/containers";
import { delivery } from "./resources/delivery";
import { subjectsOf } from "./resources/kind";
import { network } from "./resources/network";
import { storage } from "./resources/storage";
import { type Score, score } from "./score";
import { type JudgeName, judgeNames, type Subject } from "./subject";

/** One judge's part of the comparison, or why it could not take part. */
export interface Standing {
  readonly judge: JudgeName;
  readonly version?: string;
  readonly seconds?: number;
  readonly scores: readonly Score[];
  readonly absent?: string;
}

export function subjects(): Subject[] {
  return [...documents(), ...[...delivery, ...containers, ...storage, ...network].flatMap(subjectsOf)];
}

/** The same subjects through every judge, one after the other. */
export async function measureJudges(): Promise<Standing[]> {
  const all = subjects();
  const standings: Standing[] = [];
  for (const judge of judgeNames) {
    try {
      const verdicts = await judges[judge](all);
      const { version, seconds } = verdicts;
      standings.push({ judge, version, seconds, scores: score(judge, all, verdicts) });
    } catch (error) {
      // The others are installed on demand: without the registries there is nothing to compare with.
      standings.push({ judge, scores: [], absent: reasonOf(error as Error & { stderr?: string }) });
    }
  }
  return standings;
}

/** What a program says last, or else the first line of the error. */
function reasonOf({ message, stderr }: Error & { stderr?: string }): string {
  const told = (stderr ?? "").trim().split("\n").pop() ?? "";
  return told === "" ? (message.split("\n")[0] ?? "") : told;
}
