import { closest, distance } from "fastest-levenshtein";

/** " Did you mean `x`?" when a known name is close enough to be the one that was meant, otherwise nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
  if (known.length === 0) return "";
  // Half a name is no typing error but a guess.
  const longer = word.length > 2 ? known.find((name) => name.toLowerCase().startsWith(word.toLowerCase())) : undefined;
  if (longer !== undefined) return ` Did you mean \`${longer}\`?`;
  const nearest = closest(word.toLowerCase(), [...known]);
  const limit = Math.max(2, Math.floor(nearest.length / 2));
  return distance(word.toLowerCase(), nearest.toLowerCase()) <= limit ? ` Did you mean \`${nearest}\`?` : "";
}
