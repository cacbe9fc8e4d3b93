import { strict as assert } from "node:assert";
import { output } from "@pulumi/pulumi";
import { integerBetween, invalid, oneOf, validated } from "../../../../infra/components/shared/validate";
import { startMocks } from "../../../support/mocks";
import { valueOf } from "../../../support/outputs";

const even = (value: number) => (value % 2 === 0 ? undefined : "Set it to an even number.");

describe("validated", () => {
  before(() => startMocks());

  it("hands a fine value over", async () => assert.equal(await valueOf(validated("Thing", "size", 4, even)), 4));

  it("throws at once for a plain value", () => {
    assert.throws(() => validated("Thing", "size", 3, even), {
      message: "Thing: `size` is 3. Set it to an even number.",
    });
  });

  it("throws at once for a list of plain values", () => {
    const empty = (values: number[]) => (values.length === 0 ? "List one." : undefined);
    assert.throws(() => validated("Thing", "sizes", [], empty), /`sizes` is \[\]. List one./);
  });

  it("waits for an output", async () => {
    await assert.rejects(valueOf(validated("Thing", "size", output(3), even)), /`size` is 3/);
  });
});

describe("invalid", () => {
  it("says when a value is missing", () => {
    assert.equal(invalid("Thing", "size", undefined, "Set it.").message, "Thing: `size` is not set. Set it.");
  });
});

describe("problems", () => {
  const numbers: [number, boolean][] = [
    [1, true],
    [3, true],
    [0, false],
    [4, false],
    [1.5, false],
    [NaN, false],
  ];
  for (const [value, fine] of numbers) {
    it(`${fine ? "accept" : "refuse"} ${value} between 1 and 3`, () => {
      assert.equal(integerBetween(1, 3)(value), fine ? undefined : "Set it to a whole number from 1 to 3.");
    });
  }

  it("name every member of a closed set", () => {
    const color = oneOf({ Red: "red", Blue: "blue" });
    assert.equal(color("red"), undefined);
    assert.equal(color("Red"), "Set it to one of red, blue.");
  });
});
