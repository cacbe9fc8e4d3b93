/** 10, 20 and 30 seconds, or whole minutes. */
export function periodProblem(period: unknown): string | undefined {
  if (typeof period !== "number" || [10, 20, 30].includes(period)) return undefined;
  return period >= 60 && period % 60 === 0 ? undefined : "use 10, 20, 30 or a multiple of 60 seconds";
}
