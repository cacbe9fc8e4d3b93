import { resolve } from "node:path";
import type { Input } from "./keys";

const files = ["exemptions", "reportJson", "reportSarif", "reportHtml"] as const satisfies readonly (keyof Input)[];

/** Settings that are right by themselves and wrong together: a report would take the place of another file. */
export function conflicts(input: Input): string[] {
  const byFile = new Map<string, string>();
  return files.flatMap((name) => {
    const path = input[name];
    if (path === undefined) return [];
    const other = byFile.get(resolve(path));
    byFile.set(resolve(path), name);
    return other === undefined
      ? []
      : [`\`${other}\` and \`${name}\` name the same file, ${path}. Set one of them to another.`];
  });
}
