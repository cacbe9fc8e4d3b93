import { strict as assert } from "node:assert";
import fc from "fast-check";
import ipaddr from "ipaddr.js";
import { mostZones, rangeProblem, splitRange } from "../../../../infra/components/network/subnets";

describe("splitRange", () => {
  const layouts: [string, number, string[], string[]][] = [
    ["10.0.0.0/16", 2, ["10.0.0.0/19", "10.0.32.0/19"], ["10.0.128.0/21", "10.0.136.0/21"]],
    [
      "10.1.0.0/16",
      3,
      ["10.1.0.0/19", "10.1.32.0/19", "10.1.64.0/19"],
      ["10.1.128.0/21", "10.1.136.0/21", "10.1.144.0/21"],
    ],
    ["192.168.4.0/22", 2, ["192.168.4.0/25", "192.168.4.128/25"], ["192.168.6.0/27", "192.168.6.32/27"]],
    ["255.255.0.0/16", 1, ["255.255.0.0/19"], ["255.255.128.0/21"]],
  ];
  for (const [range, zones, privateRanges, publicRanges] of layouts) {
    it(`splits ${range} for ${zones} zones`, () => {
      assert.deepEqual(splitRange(range, zones), { private: privateRanges, public: publicRanges });
    });
  }

  const anyRange = fc.tuple(fc.integer({ min: 16, max: 22 }), fc.nat(2 ** 16 - 1)).map(([length, block]) => {
    const address = (10 * 2 ** 24 + block * 2 ** (32 - length)) % 2 ** 32;
    return `${[24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".")}/${length}`;
  });

  it("keeps every range inside the VPC and apart from the others", () => {
    fc.assert(
      fc.property(anyRange, fc.integer({ min: 1, max: mostZones }), (range, zones) => {
        const ranges = Object.values(splitRange(range, zones)).flat() as string[];
        const [network, length] = ipaddr.parseCIDR(range);
        const parsed = ranges.map((each) => ipaddr.parseCIDR(each));
        assert.ok(parsed.every(([address, own]) => address.match(network, length) && own > length));
        parsed.forEach(([address, own], index) => {
          const others = parsed.filter((_, other) => other !== index);
          assert.ok(others.every(([other, otherLength]) => !other.match(address, Math.min(own, otherLength))));
        });
      }),
    );
  });

  it("leaves existing zones alone when one is added", () => {
    fc.assert(
      fc.property(anyRange, fc.integer({ min: 1, max: mostZones - 1 }), (range, zones) => {
        const [before, after] = [splitRange(range, zones), splitRange(range, zones + 1)];
        assert.deepEqual(after.private.slice(0, zones), before.private);
        assert.deepEqual(after.public.slice(0, zones), before.public);
      }),
    );
  });
});

describe("rangeProblem", () => {
  const problems: [string, string | undefined][] = [
    ["10.0.0.0/16", undefined],
    ["172.31.252.0/22", undefined],
    ["10.0.0.0/15", "Set its length to between /16 and /22."],
    ["10.0.0.0/24", "Set its length to between /16 and /22."],
    ["10.0.1.0/16", "Begin the range at its first address: 10.0.0.0/16."],
    ["10.0.0.256/16", "Set it to an IPv4 range such as 10.0.0.0/16."],
    ["10.0.0.0", "Set it to an IPv4 range such as 10.0.0.0/16."],
    ["fd00::/8", "Set it to an IPv4 range such as 10.0.0.0/16."],
  ];
  for (const [range, expected] of problems) {
    it(`${expected === undefined ? "accepts" : "refuses"} ${range}`, () => assert.equal(rangeProblem(range), expected));
  }
});
