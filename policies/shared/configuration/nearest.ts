import { closest, distance } from "fastest-levenshtein";

/**
 * " Did you mean `x`?" when a known name is close enough to be the one that was meant, otherwise nothing. `write` gives
 * the name in the form in which it has to be written.
 */
export function didYouMean(
  word: string,
  known: readonly string[],
  write: (name: string) => string = (name) => name,
): string {
  const name = nearest(word, known);
  return name === undefined ? "" : ` Did you mean \`${write(name)}\`?`;
}

function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  // Half a name is no typing error but a guess.
  const longer = word.length > 2 ? known.find((name) => name.toLowerCase().startsWith(word.toLowerCase())) : undefined;
  if (longer !== undefined) return longer;
  const close = closest(word.toLowerCase(), [...known]);
  const limit = Math.max(2, Math.floor(close.length / 2));
  return distance(word.toLowerCase(), close.toLowerCase()) <= limit ? close : undefined;
}
