/** Makes one shell word of any text. */
export function quote(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/**
 * A script as one build command. CodeBuild runs all commands in one shell: a script of its own keeps `set -e` and its
 * variables out of the commands that follow.
 */
export function runScript(script: string): string {
  return `bash --norc -euo pipefail -c ${quote(script.trim())}`;
}
