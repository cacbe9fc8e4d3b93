"use strict";
// `npm run local`: runs cli.ts from its bundle, which starts six times as fast as TypeScript does. The bundle is made
// at the end of the first run and whenever the sources have changed.
const { join } = require("node:path");
const { freshBundle } = require("./toolchain/manifest.js");

const bundle = freshBundle(join(__dirname, "..", ".local", "bundles"), "local-cli");
if (bundle) {
  require(bundle);
} else {
  require("ts-node").register({ transpileOnly: true, cwd: join(__dirname, "..") });
  require("./cli");
}
