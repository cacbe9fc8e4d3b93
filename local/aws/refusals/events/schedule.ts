/** `rate(5 minutes)` or `cron(0 20 * * ? *)`: six fields, and a `?` for one of the two days. */
export function scheduleProblem(expression: unknown): string | undefined {
  if (typeof expression !== "string") return undefined;
  const rate = /^rate\((\d+) (minutes?|hours?|days?)\)$/.exec(expression);
  if (rate !== null) return rateProblem(Number(rate[1]), rate[2] ?? "");
  const cron = /^cron\((.+)\)$/.exec(expression);
  if (cron === null) return 'use "rate(5 minutes)" or "cron(0 20 * * ? *)"';
  return cronProblem((cron[1] ?? "").trim().split(/\s+/));
}

function rateProblem(value: number, unit: string): string | undefined {
  if (value === 0) return "use a rate of 1 or more";
  if (value === 1 && unit.endsWith("s")) return `write rate(1 ${unit.slice(0, -1)})`;
  return value > 1 && !unit.endsWith("s") ? `write rate(${value} ${unit}s)` : undefined;
}

export function cronProblem(parts: string[]): string | undefined {
  if (parts.length !== 6)
    return `use six fields (minutes, hours, day of month, month, day of week, year), it has ${parts.length}`;
  const [minutes = "", hours = "", dayOfMonth = "", , dayOfWeek = ""] = parts;
  if ((dayOfMonth === "?") === (dayOfWeek === "?")) return "write ? for exactly one of day of month and day of week";
  if (!withinRange(minutes, 59) || !withinRange(hours, 23)) return "use minutes 0-59 and hours 0-23";
  return undefined;
}

function withinRange(field: string, max: number): boolean {
  return /^[\d*,/-]+$/.test(field) && (field.match(/\d+/g) ?? []).every((one) => Number(one) <= max);
}
