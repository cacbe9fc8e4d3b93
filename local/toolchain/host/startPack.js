"use strict";
// Starts a policy pack that is JavaScript: what the SDK's cmd/run-policy-pack does, but for the TypeScript compiler,
// which that one loads whatever the pack's `typescript` option says: half of the time until a pack is ready.
const { createRequire } = require("node:module");
const { join } = require("node:path");

/** After the engine's address: the pack's folder and the pack's own arguments. */
const argv = { _: process.argv.slice(3) };
const script = createRequire(join(argv._[0], "noop.js")).resolve("@pulumi/pulumi/cmd/run-policy-pack");
const sdk = createRequire(script);
sdk("source-map-support/register");

// The SDK's source maps leave its own folder out, and Node.js 20 takes a minute and gigabytes to colour such a path.
const mapped = Error.prepareStackTrace;
Error.prepareStackTrace = (error, frames) =>
  String(mapped(error, frames)).replace(/(\/node_modules\/@pulumi\/)(?=(?:cmd|runtime)\/|[^/\s]+\.ts:)/g, "$1pulumi/");

/** The exit code that says: the user has already been shown what went wrong. */
const alreadyReported = 32;
const failures = new Set();
const reported = new Set();
let isRunning = false;

// An unhandled rejection alone would let the process end with 0, as if all had gone well.
for (const event of ["uncaughtException", "unhandledRejection"]) {
  process.on(event, (error) => {
    failures.add(error);
    if (!isRunning) console.error(error?.stack ?? String(error));
  });
}
process.on("exit", (code) => {
  if (code !== 0 || failures.size === 0) return;
  process.exitCode = [...failures].every((error) => reported.has(error)) ? alreadyReported : 1;
});

const { run } = sdk("./run");
void run({
  argv,
  typeScript: false,
  programStarted: () => (isRunning = true),
  reportLoggedError: (error) => reported.add(error),
}).then(() => (isRunning = false));
