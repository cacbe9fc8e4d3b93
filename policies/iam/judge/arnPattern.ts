import type { ArnFormat, Token } from "./arnFormat";
import { type Pattern, type Reading, readPattern } from "./resourcePattern";

/**
 * Questions about a Resource pattern and the ARN formats of an action. Patterns come from users, so all answers are found
 * by one walk with a set of places in the format: (length of the pattern) × (length of the format) steps.
 */

/** Characters that separate the words of names: a pattern such as `key/*-*` fixes nothing. */
const separators = "-/:._+";

/** Whether a resource of this type can fit the pattern at all. */
export function canMatch(pattern: string, format: ArnFormat): boolean {
  return walk(readPattern(pattern), format, "possible");
}

/**
 * Whether the pattern fits a resource with a name that nobody could have guessed: then it stands for all of them, however
 * it is written: `*`, `role/*`, `key/????-*`. A fixed prefix or suffix of the name makes it fit no such name.
 */
export function matchesUnguessable(pattern: string, format: ArnFormat): boolean {
  const read = readPattern(pattern);
  return read.openResource && walk(read, format, "unguessable");
}

/** Whether the pattern fits a resource of an account that nobody could have guessed. */
export function matchesForeignAccount(pattern: string, format: ArnFormat): boolean {
  const read = readPattern(pattern);
  return read.openAccount && format.account !== undefined && walk(read, format, "foreignAccount");
}

/** Several controls ask the same about the same pattern. */
function walk(pattern: Pattern, format: ArnFormat, reading: Reading): boolean {
  const answers = pattern.answers[reading];
  let answer = answers.get(format);
  if (answer === undefined) answers.set(format, (answer = fits(pattern, format, reading)));
  return answer;
}

function fits({ text, isWhole }: Pattern, format: ArnFormat, reading: Reading): boolean {
  const last = format.tokens.length;
  // The places in the format that the part of the pattern read so far can have come to.
  let places = withEmptyVariables(new Set([0]), format, reading);
  let colons = 0;
  for (const character of text) {
    if (character === "*") {
      const first = Math.min(...places);
      // A star in the partition, region or account ends at the next colon.
      const end = isWhole && colons < 5 ? (format.ends[colons] as number) : last;
      places = new Set(Array.from({ length: end + 1 - first }, (_, index) => first + index));
      continue;
    }
    if (character === ":") colons++;
    const next = new Set<number>();
    for (const place of places) {
      const before = format.tokens[place - 1];
      // A variable takes one character after the other.
      if (before && "variable" in before && accepts(before, place - 1, character, format, reading)) next.add(place);
      const token = format.tokens[place];
      if (token && accepts(token, place, character, format, reading)) next.add(place + 1);
    }
    if (next.size === 0) return false;
    places = withEmptyVariables(next, format, reading);
  }
  return places.has(last);
}

/** Steps over variables that may be empty. */
function withEmptyVariables(places: Set<number>, format: ArnFormat, reading: Reading): ReadonlySet<number> {
  // What is added on the way is visited, too.
  for (const place of places) {
    const token = format.tokens[place];
    if (token && "variable" in token && token.variable === "text" && !isSecret(place, format, reading)) {
      places.add(place + 1);
    }
  }
  return places;
}

function accepts(token: Token, place: number, character: string, format: ArnFormat, reading: Reading): boolean {
  if ("literal" in token) return character === "?" || character === token.literal;
  if (character === "?") return true;
  if (isSecret(place, format, reading)) {
    return (
      reading === "unguessable" &&
      separators.includes(character) &&
      (token.variable !== "name" || !"/:".includes(character))
    );
  }
  return token.variable === "text" || (character !== ":" && character !== "/");
}

/** Whether the variable at this place holds what nobody can guess. */
function isSecret(place: number, format: ArnFormat, reading: Reading): boolean {
  if (reading === "possible") return false;
  if (reading === "foreignAccount") return place === format.account;
  if (place < format.resource) return false;
  // Names without an account are unique in the world (buckets): fixing the rest of the ARN does not fix whose they are.
  return format.account !== undefined || place === firstVariable(format);
}

function firstVariable(format: ArnFormat): number {
  return format.tokens.findIndex((token, place) => place >= format.resource && "variable" in token);
}
