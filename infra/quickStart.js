"use strict";
// What the Pulumi SDK does for every program, and what this one has no use for, takes longer than the program itself.
const Module = require("node:module");

/**
 * Puts off loading packages until something uses them. The SDK loads a compiler and npm's reader of dependency trees
 * for programs that serialize functions.
 */
function loadWhenUsed(...names) {
  const load = Module._load;
  Module._load = function (request, parent, isMain) {
    if (!names.includes(request)) return load.call(this, request, parent, isMain);
    let loaded;
    const whole = () => (loaded ??= load.call(Module, request, parent, isMain));
    return new Proxy(function () {}, {
      // "Yes" keeps the importing module from copying every export.
      get: (_, property) => property === "__esModule" || whole()[property],
      has: (_, property) => property in whole(),
    });
  };
}

/**
 * Stack traces at less cost. The SDK notes one with every promise, in case it never ends: those stay unmapped. The
 * others get the SDK's folder right, which its source maps leave out: Node.js 20 takes a minute and gigabytes to
 * colour a scope without a package.
 */
function simplifyTraces() {
  const mapped = Error.prepareStackTrace;
  if (!mapped) return;
  const notesPromise = (frame) => frame?.getFunctionName() === "debuggablePromise";
  const isWanted = Boolean(process.env.PULUMI_DEBUG_PROMISE_LEAKS);
  Error.prepareStackTrace = (error, frames) => {
    if (!isWanted && notesPromise(frames[0])) return String(error);
    const trace = mapped(error, frames);
    return typeof trace === "string"
      ? trace.replace(/(\/node_modules\/@pulumi\/)(?=(?:cmd|runtime)\/|[^/\s]+\.ts:)/g, "$1pulumi/")
      : trace;
  };
}

loadWhenUsed("typescript", "@npmcli/arborist");
simplifyTraces();
