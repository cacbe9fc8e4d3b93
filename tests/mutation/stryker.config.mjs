/** Run from the top folder by `npm run mutation`. */
export default {
  testRunner: "mocha",
  plugins: ["@stryker-mutator/mocha-runner"],
  mutate: ["policies/documents/**/*.ts", "policies/iam/judge/**/*.ts"],
  // JavaScript starts six times as fast as TypeScript that is compiled on loading.
  buildCommand: "node tests/mutation/compile.mjs",
  mochaOptions: {
    // The closest tests first: the first one that fails ends a mutant.
    spec: [
      "tests/policies/documents/*.test.ts",
      "tests/policies/iam/judge/*.test.ts",
      "tests/policies/iam/*.test.ts",
      "tests/corpus/corpus.test.ts",
    ],
    require: ["./tests/mutation/afresh.js"],
    "no-config": true,
    "no-package": true,
  },
  ignorePatterns: ["/{app,docs,infra,local,reports}", "/tests/{bench,engine,infra,local}", "/policies/bin"],
  coverageAnalysis: "perTest",
  disableTypeChecks: "{policies,tests}/**/*.ts",
  incremental: true,
  incrementalFile: "reports/mutation/incremental.json",
  reporters: ["clear-text", "progress", "html", "json"],
  clearTextReporter: { allowEmojis: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: "reports/mutation/mutation.html" },
  jsonReporter: { fileName: "reports/mutation/mutation.json" },
  thresholds: { high: 95, low: 90, break: 90 },
  concurrency: 2,
  timeoutMS: 5000,
  tempDirName: ".stryker-tmp",
  allowConsoleColors: false,
  logLevel: "warn",
};
