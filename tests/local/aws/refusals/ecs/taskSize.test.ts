import { strict as assert } from "node:assert";
import { cpuUnits, fargateCpus, fargateMemory, mebibytes } from "../../../../../local/aws/refusals/ecs/taskSize";

describe("ecs/taskSize", () => {
  const rows: [number, number, number, number][] = [
    [256, 512, 2048, 3],
    [512, 1024, 4096, 4],
    [1024, 2048, 8192, 7],
    [2048, 4096, 16384, 13],
    [4096, 8192, 30720, 23],
    [8192, 16384, 61440, 12],
    [16384, 32768, 122880, 12],
  ];
  for (const [cpu, least, most, count] of rows)
    it(`offers ${count} sizes from ${least} to ${most} MiB with ${cpu} CPU units`, () => {
      const sizes = fargateMemory(cpu);
      assert.deepEqual([sizes[0], sizes.at(-1), sizes.length], [least, most, count]);
    });
  it("offers nothing with other numbers of units", () => assert.deepEqual(fargateMemory(300), []));
  it("lists the numbers of units in order", () =>
    assert.deepEqual(
      fargateCpus,
      rows.map(([cpu]) => cpu),
    ));
  it("reads both spellings", () => {
    assert.deepEqual([cpuUnits("1024"), cpuUnits(".5 vCPU"), cpuUnits("1 vcpu")], [1024, 512, 1024]);
    assert.deepEqual([mebibytes("2048"), mebibytes("2 GB"), mebibytes("0.5GB")], [2048, 2048, 512]);
  });
});
