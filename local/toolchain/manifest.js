"use strict";
// Plain JavaScript: start.js uses it before anything that loads TypeScript.
const { createHash } = require("node:crypto");
const { existsSync, readFileSync } = require("node:fs");
const { join, resolve } = require("node:path");

const repositoryRoot = resolve(__dirname, "../..");

/** The bundle of that name, when nothing that it was made from has changed since. */
function freshBundle(folder, name) {
  try {
    const { file, inputs } = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
    const bundle = join(folder, file);
    const isFresh = Object.entries(inputs).every(([input, expected]) => fingerprint(input) === expected);
    return isFresh && existsSync(bundle) ? bundle : undefined;
  } catch {
    return undefined;
  }
}

/** A file of the repository by its content. */
function fingerprint(file) {
  try {
    return hash(readFileSync(join(repositoryRoot, file)));
  } catch {
    return "missing";
  }
}

function hash(content) {
  return createHash("sha256").update(content).digest("hex");
}

module.exports = { fingerprint, freshBundle, hash };
