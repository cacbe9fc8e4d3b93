"use strict";
// What the Pulumi SDK does for every program and this one has no use for costs more than the program itself.
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
      // Asked while it is being imported; both packages are CommonJS.
      get: (_, property) => (property === "__esModule" ? undefined : whole()[property]),
      has: (_, property) => property in whole(),
      construct: (_, given) => new (whole())(...given),
      apply: (_, self, given) => Reflect.apply(whole(), self, given),
    });
  };
}

/**
 * The SDK notes a stack trace with every promise, in case one never ends. Mapping each to the sources takes longer than
 * all else that a resource costs: these stay unmapped, those of errors do not.
 */
function withPlainLeakTraces() {
  const mapped = Error.prepareStackTrace;
  if (!mapped || process.env.PULUMI_DEBUG_PROMISE_LEAKS) return;
  Error.prepareStackTrace = (error, frames) =>
    frames[0]?.getFunctionName() === "debuggablePromise" ? String(error) : mapped(error, frames);
}

module.exports = { loadWhenUsed, withPlainLeakTraces };
