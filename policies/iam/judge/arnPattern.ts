import type { ArnFormat, Token } from "./arnFormat";
import { splitArn } from "./arnFormat";

/**
 * Questions about a Resource pattern and the ARN formats of an action. Patterns come from users, so all answers are found
 * by one walk with a set of places in the format: (length of the pattern) × (length of the format) steps.
 */

/** Stands for a policy variable: some fixed text that nobody can guess, and no wildcard. */
const variable = "\ue000";
/** Characters that separate the words of names: a pattern such as `key/*-*` fixes nothing. */
const separators = "-/:._+";

type Reading = "possible" | "unguessable" | "foreignAccount";

/** Whether a resource of this type can fit the pattern at all. */
export function canMatch(pattern: string, format: ArnFormat): boolean {
  return walk(pattern, format, "possible");
}

/**
 * Whether the pattern fits a resource with a name that nobody could have guessed: then it stands for all of them, however
 * it is written: `*`, `role/*`, `key/????-*`. A fixed prefix or suffix of the name makes it fit no such name.
 */
export function matchesUnguessable(pattern: string, format: ArnFormat): boolean {
  return hasResourceWildcard(pattern) && walk(pattern, format, "unguessable");
}

/** Whether the pattern fits a resource of an account that nobody could have guessed. */
export function matchesForeignAccount(pattern: string, format: ArnFormat): boolean {
  if (format.account === undefined || !pattern.startsWith("arn:")) return false;
  return walk(pattern, format, "foreignAccount");
}

/** A wildcard in the region is fine; an ARN that ends early is completed with wildcards. */
export function hasResourceWildcard(pattern: string): boolean {
  const segments = splitArn(pattern);
  return segments.length < 6 || /[*?]/.test(withoutVariables(segments[5] as string));
}

/** `${aws:username}` is a fixed text, `${*}` an ordinary star. */
export function withoutVariables(pattern: string): string {
  if (!pattern.includes("${")) return pattern;
  return pattern.replace(/\$\{[^}]*\}/g, variable);
}

function walk(pattern: string, format: ArnFormat, reading: Reading): boolean {
  const { tokens } = format;
  const last = tokens.length;
  let places = new Uint8Array(last + 1);
  places[0] = 1;
  close(places, format, reading);
  for (const character of completed(withoutVariables(pattern))) {
    if (character === "*") {
      places.fill(1, places.indexOf(1));
      continue;
    }
    const next = new Uint8Array(last + 1);
    for (let place = 0; place <= last; place++) {
      if (places[place] === 0) continue;
      if (place < last && accepts(tokens[place] as Token, place, character, format, reading)) next[place + 1] = 1;
      const before = tokens[place - 1];
      // A variable takes one character after the other.
      if (before && "variable" in before && accepts(before, place - 1, character, format, reading)) next[place] = 1;
    }
    close(next, format, reading);
    if (!next.includes(1)) return false;
    places = next;
  }
  return places[last] === 1;
}

/** An incomplete ARN, `arn:aws:sqs`, is completed with wildcards. */
function completed(pattern: string): string {
  return pattern.startsWith("arn:") && splitArn(pattern).length < 6 ? `${pattern}:*` : pattern;
}

/** Steps over variables that may be empty. */
function close(places: Uint8Array, format: ArnFormat, reading: Reading): void {
  format.tokens.forEach((token, place) => {
    if (places[place] === 1 && "variable" in token && token.variable === "text" && !isSecret(place, format, reading)) {
      places[place + 1] = 1;
    }
  });
}

function accepts(token: Token, place: number, character: string, format: ArnFormat, reading: Reading): boolean {
  if ("literal" in token) return character === "?" || character === token.literal;
  if (character === "?") return true;
  if (isSecret(place, format, reading)) {
    return reading === "unguessable" && separators.includes(character) && (token.variable !== "name" || !"/:".includes(character));
  }
  if (token.variable === "field") return character !== ":";
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
