"use strict";
// What Pulumi and `import "container-delivery"` load. The published package brings what was compiled of its sources;
// the repository uses the sources themselves, so that nothing older than them is ever loaded.
const { existsSync } = require("node:fs");
const { join } = require("node:path");

const isRepository = existsSync(join(__dirname, "tsconfig.publish.json"));

module.exports = require(isRepository ? "./index.ts" : "./bin/index.js");
