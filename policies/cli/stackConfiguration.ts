import { parse } from "yaml";
import { UsageError } from "./usageError";

/** `config:` of a stack's file, as the engine hands it over: all values are texts. */
export function stackConfiguration(text: string, file: string): Record<string, string> {
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    throw new UsageError(`${file} is no YAML: ${(error as Error).message.split("\n")[0]}`);
  }
  const { config } = (content ?? {}) as { config?: Record<string, unknown> };
  const textOf = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
  return Object.fromEntries(Object.entries(config ?? {}).map(([key, value]) => [key, textOf(value)]));
}
