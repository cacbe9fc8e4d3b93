import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import { lastOf, parseBlock } from "../../../local/awsx/addresses";
import type { Layout } from "../../../local/awsx/subnets";
import { planSubnets } from "../../../local/awsx/subnets";

const ZONES = ["eu-west-1a", "eu-west-1b", "eu-west-1c"];
const layout = (more: Partial<Layout>): Layout => ({
  vpcName: "net",
  cidrBlock: "10.0.0.0/16",
  zones: ZONES,
  strategy: "Auto",
  ...more,
});
const blocks = (more: Partial<Layout>): string[] => planSubnets(layout(more)).map(({ cidrBlock }) => cidrBlock);

describe("the address plan of awsx", () => {
  it("is the documented default: a private and a smaller public subnet per zone", () => {
    const planned = planSubnets(layout({ zones: ZONES.slice(0, 2) }));
    assert.deepEqual(
      planned.map(({ name, cidrBlock, zone }) => [name, cidrBlock, zone]),
      [
        ["net-private-1", "10.0.0.0/18", "eu-west-1a"],
        ["net-public-1", "10.0.64.0/19", "eu-west-1a"],
        ["net-private-2", "10.0.128.0/18", "eu-west-1b"],
        ["net-public-2", "10.0.192.0/19", "eu-west-1b"],
      ],
    );
  });

  it("starts each subnet on the next boundary of its own size", () => {
    const specs = [
      { type: "Public", cidrMask: 24 },
      { type: "Private", cidrMask: 20 },
      { type: "Isolated", name: "data", cidrMask: 24 },
    ] as const;
    assert.deepEqual(blocks({ zones: ZONES.slice(0, 1), specs }), ["10.0.0.0/24", "10.0.16.0/20", "10.0.32.0/24"]);
  });

  it("divides a zone evenly among specs without masks", () => {
    const specs = [{ type: "Public" }, { type: "Private" }, { type: "Isolated" }] as const;
    const zones = ZONES.slice(0, 2);
    assert.deepEqual(blocks({ specs, zones }).slice(0, 3), ["10.0.0.0/19", "10.0.32.0/19", "10.0.64.0/19"]);
  });

  it("takes sizes and explicit blocks", () => {
    assert.deepEqual(blocks({ zones: ZONES.slice(0, 1), specs: [{ type: "Public", size: 256 }] }), ["10.0.0.0/24"]);
    const specs = [{ type: "Public", cidrBlocks: ["10.0.0.0/24", "10.0.1.0/24"] }] as const;
    assert.deepEqual(blocks({ zones: ZONES.slice(0, 2), specs }), ["10.0.0.0/24", "10.0.1.0/24"]);
    assert.throws(() => blocks({ specs }), /cidrBlocks has 2 entries\. Give one per availability zone \(3\)/);
  });

  it("wants every address accounted for under Exact", () => {
    const zones = ZONES.slice(0, 1);
    const half = { type: "Public", cidrMask: 17 } as const;
    assert.throws(() => blocks({ strategy: "Exact", zones, specs: [half] }), /end before 10\.0\.0\.0\/16 does/);
    assert.equal(blocks({ strategy: "Exact", zones, specs: [half, { type: "Unused", cidrMask: 17 }] }).length, 2);
  });

  it("refuses what does not fit, overlaps or shares a name", () => {
    assert.throws(
      () => blocks({ specs: [{ type: "Public", cidrMask: 16 }] }),
      /need 65536 addresses per availability zone/,
    );
    assert.throws(() => blocks({ specs: [{ type: "Public" }, { type: "Public" }] }), /two entries 'Public\/'/);
    const overlapping = [{ type: "Public", cidrBlocks: ["10.0.0.0/24", "10.0.0.0/25"] }] as const;
    assert.throws(
      () => blocks({ zones: ZONES.slice(0, 2), specs: overlapping }),
      /net-public-1 .* and net-public-2 .* overlap/,
    );
    assert.throws(() => blocks({ cidrBlock: "10.0.0.0" }), /'10\.0\.0\.0' is not an IPv4 block/);
    assert.throws(() => blocks({ cidrBlock: "10.0.0.0/26" }), /only a \/28/);
  });

  it("always stays inside the VPC", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 16, max: 22 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 4 }),
        (mask, zones, count) => {
          const specs = Array.from({ length: count }, (_, index) => ({ type: "Private" as const, name: `s${index}` }));
          const vpc = parseBlock(`10.20.0.0/${mask}`);
          const planned = planSubnets(layout({ cidrBlock: `10.20.0.0/${mask}`, zones: ZONES.slice(0, zones), specs }));
          assert.equal(planned.length, zones * count);
          for (const { cidrBlock } of planned) {
            const block = parseBlock(cidrBlock);
            assert.ok(block.first >= vpc.first && lastOf(block) <= lastOf(vpc));
          }
        },
      ),
    );
  });
});
