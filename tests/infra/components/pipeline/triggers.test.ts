import { strict as assert } from "node:assert";
import { pipelineTriggers, triggerProblem } from "../../../../infra/components/pipeline/triggers";
import type { TriggerFilters } from "../../../../infra/components/pipeline/triggers";

const main = { branches: { includes: ["main"] } };
const many = (count: number) => Array.from({ length: count }, (_, index) => `path-${index}/**`);

describe("triggerProblem", () => {
  const table: [string, TriggerFilters, RegExp | undefined][] = [
    ["a branch", { pushes: [main] }, undefined],
    ["a branch and paths", { pushes: [{ ...main, filePaths: { includes: many(8), excludes: many(8) } }] }, undefined],
    ["tags", { pushes: [{ tags: { includes: ["v*"] } }] }, undefined],
    ["pull requests", { pullRequests: [{ ...main, events: ["OPEN", "UPDATED"] }] }, undefined],
    ["three filters of each kind", { pushes: [main, main, main], pullRequests: [main, main, main] }, undefined],
    ["nothing", {}, /at least one push or pull-request filter/],
    ["four push filters", { pushes: [main, main, main, main] }, /Keep `pushes` to 3 filters/],
    ["four pull-request filters", { pullRequests: [main, main, main, main] }, /Keep `pullRequests` to 3 filters/],
    [
      "nine patterns",
      { pushes: [{ filePaths: { includes: many(9) } }] },
      /every list of `filePaths` to 8 patterns.*`pushes\[0\]`/,
    ],
    [
      "nine excluded patterns",
      { pushes: [main, { branches: { excludes: many(9) } }] },
      /`branches` to 8.*`pushes\[1\]`/,
    ],
    ["an empty filter", { pushes: [{}] }, /an empty filter says nothing/],
    ["an empty list", { pushes: [{ branches: { includes: [] } }] }, /Give `branches` something/],
    ["tags with branches", { pushes: [{ ...main, tags: { includes: ["v*"] } }] }, /Filter by tags or by branches/],
    ["an unknown event", { pullRequests: [{ events: ["MERGED"] }] }, /Replace MERGED by one of OPEN, UPDATED, CLOSED/],
  ];
  for (const [subject, filters, problem] of table) {
    it(`${problem === undefined ? "accepts" : "refuses"} ${subject}`, () => {
      const found = triggerProblem(filters);
      if (problem === undefined) assert.equal(found, undefined);
      else assert.match(found ?? "", problem);
    });
  }
});

describe("pipelineTriggers", () => {
  it("writes what CodePipeline reads, without empty kinds", () => {
    assert.deepEqual(pipelineTriggers("Source", { pushes: [main], pullRequests: [] }), [
      {
        providerType: "CodeStarSourceConnection",
        gitConfiguration: { sourceActionName: "Source", pushes: [main] },
      },
    ]);
  });
});
