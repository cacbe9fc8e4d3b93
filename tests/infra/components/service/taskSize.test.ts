import { strict as assert } from "node:assert";
import { memoryFor, taskSizeProblem } from "../../../../infra/components/service/taskSize";

describe("taskSizeProblem", () => {
  const table: [cpu: number, memory: number, problem: RegExp | undefined][] = [
    [256, 512, undefined],
    [256, 1024, undefined],
    [256, 2048, undefined],
    [256, 1536, /takes 512, 1024, 2048 MiB; the nearest is 1024/],
    [512, 512, /the nearest is 1024/],
    [1024, 8192, undefined],
    [2048, 2048, /takes 4096, 5120 … 16384 MiB; the nearest is 4096/],
    [4096, 30720, undefined],
    [8192, 20480, undefined],
    [8192, 18432, /the nearest is 16384/],
    [16384, 122880, undefined],
    [300, 512, /Set `cpu` to one of 256, 512, 1024, 2048, 4096, 8192, 16384/],
    [0, 0, /Set `cpu`/],
  ];
  for (const [cpu, memory, problem] of table) {
    it(`${problem === undefined ? "accepts" : "refuses"} ${cpu} CPU units with ${memory} MiB`, () => {
      const found = taskSizeProblem({ cpu, memory });
      if (problem === undefined) assert.equal(found, undefined);
      else assert.match(found ?? "", problem);
    });
  }

  it("lists every step that Fargate offers", () => {
    assert.deepEqual(memoryFor(512), [1024, 2048, 3072, 4096]);
    assert.equal(memoryFor(4096).length, 23);
    assert.deepEqual(memoryFor(257), []);
  });
});
