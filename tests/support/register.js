"use strict";
// What mocha and the benchmarks read TypeScript with. It is no part of tsconfig.json: Pulumi reads that, too, when it
// loads the component package from here, and checks types, which a transpiler of one's own rules out.
require("ts-node").register({ transpileOnly: true, transpiler: require.resolve("./transpiler.js") });
