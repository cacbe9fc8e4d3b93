import type { Source } from "../shared/report/record";
import type { State } from "./stateFile";

/** Where the program made the resource: the first place of the stack trace that is the program's own. */
export function sourceOf({ urn, sourcePosition, stackTrace }: State): [string, Source][] {
  const positions = [sourcePosition, ...(stackTrace ?? []).map((frame) => frame.sourcePosition)];
  const [own] = positions.flatMap(parsed);
  return own ? [[urn, own]] : [];
}

function parsed(position: string | undefined): Source[] {
  const [, path, line, column] = /^project:\/+(.+)#(\d+)(?:,(\d+))?$/.exec(position ?? "") ?? [];
  if (path === undefined) return [];
  const file = decoded(path);
  // The SDK's own files, and those of packages that the program uses, are no place to correct anything.
  if (/^\.\.\/|(^|\/)node_modules\//.test(file)) return [];
  return [{ file, line: Number(line), column: Number(column ?? 1) }];
}

/** As written where it is no address. A letter that is half a letter could not be written into a report. */
function decoded(path: string): string {
  const whole = Buffer.from(path).toString();
  try {
    return decodeURI(whole);
  } catch {
    return whole;
  }
}
