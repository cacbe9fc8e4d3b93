import type { Environment } from "../settings";

/** How much was judged, and as what: `12 resources judged as team-a (unknown, so the strictest)`. */
export function judgedAs(resources: number, { name, kind, known }: Environment): string {
  const count = resources === 1 ? "1 resource" : `${resources} resources`;
  return `${count} judged as ${name || "a stack without a name"} (${known ? kind : "unknown, so the strictest"})`;
}
