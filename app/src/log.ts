export const levels = ["debug", "info", "warn", "error"] as const;
export type Level = (typeof levels)[number];
export type Fields = Readonly<Record<string, string | number | boolean | undefined>>;
export type Log = (level: Level, message: string, fields?: Fields) => void;

/** One JSON object per line on standard output: what CloudWatch Logs Insights and metric filters read without parsing rules. */
export function createLog(
  minimum: Level,
  write: (line: string) => void = (line) => void process.stdout.write(line),
): Log {
  return (level, message, fields = {}) => {
    if (levels.indexOf(level) >= levels.indexOf(minimum)) {
      write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...fields })}\n`);
    }
  };
}
