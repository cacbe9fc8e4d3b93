import colors from "picocolors";

/** Standard output belongs to Pulumi: it stays clean for --json and for pipes. */
export function heading(text: string): void {
  process.stderr.write(`\n${colors.bold(colors.cyan(text))}\n`);
}

export function note(text: string): void {
  process.stderr.write(`${colors.dim(text)}\n`);
}

export function failure(text: string): void {
  process.stderr.write(`${colors.red("error:")} ${text}\n`);
}
