"use strict";
// Loads what `build.mjs` made of the sources, and never something older than the sources.
const { spawnSync } = require("node:child_process");
const { createHash } = require("node:crypto");
const { existsSync, readdirSync, readFileSync, statSync } = require("node:fs");
const Module = require("node:module");
const { join } = require("node:path");

const stampFile = "stamp.json";
const notSources = new Set(["bin", "node_modules"]);

/** Loads `bin/<name>.js`, built anew where sources lie beside it and have changed. A published package has none. */
function load(name) {
  const bundle = join(__dirname, "bin", `${name}.js`);
  if (existsSync(join(__dirname, "index.ts")) && !(existsSync(bundle) && isFresh(__dirname))) rebuild();
  return require(bundle);
}

function rebuild() {
  // In a process of its own, without its output on ours: the first line there is the pack's port.
  const built = spawnSync(process.execPath, [join(__dirname, "build.mjs")], { encoding: "utf8" });
  if (built.status === 0) return;
  const missing = built.stderr.includes("ERR_MODULE_NOT_FOUND");
  const way = missing ? "Run `npm ci` in the repository, then try again." : "Correct the sources, then try again.";
  const what = `The policy pack in ${__dirname} is not built from its present sources, and building it failed.`;
  throw new Error(`${what} ${way}\n${built.stderr}`);
}

/** Names, sizes and times of all sources: enough to see, without reading them, that none was touched. */
function sources(root) {
  const files = {};
  const walk = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!notSources.has(entry.name)) walk(path);
      } else if (/\.(ts|mjs)$/.test(entry.name) || path === "package.json") {
        const { size, mtimeMs } = statSync(join(root, path));
        files[path] = `${size} ${mtimeMs}`;
      }
    }
  };
  walk("");
  return files;
}

/** The contents of all sources in one hash. */
function fingerprint(root) {
  const files = sources(root);
  const hash = createHash("sha256");
  for (const path of Object.keys(files).sort()) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update("\0");
  }
  return { hash: hash.digest("hex"), files };
}

function isFresh(root) {
  let stamp;
  try {
    stamp = JSON.parse(readFileSync(join(root, "bin", stampFile), "utf8"));
  } catch {
    return false;
  }
  const now = sources(root);
  const paths = Object.keys(now);
  if (paths.length === Object.keys(stamp.files).length && paths.every((path) => stamp.files[path] === now[path])) {
    return true;
  }
  // A checkout gives the same contents new times.
  return fingerprint(root).hash === stamp.hash;
}

/**
 * Puts off loading packages until something uses them. The SDK loads a compiler and npm's reader of dependency trees
 * for programs that serialize functions; to a pack they are two thirds of its start.
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

module.exports = { fingerprint, isFresh, load, loadWhenUsed, stampFile };
