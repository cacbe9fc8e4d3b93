import { strict as assert } from "node:assert";
import { Recent, forgetAll, once } from "../../../policies/shared/recent";

describe("recent answers", () => {
  it("are found once", () => {
    const recent = new Recent<string | undefined>(2);
    const found: string[] = [];
    const ask = (key: string) => recent.get(key, () => (found.push(key), key === "none" ? undefined : key));
    assert.deepEqual([ask("a"), ask("a"), ask("none"), ask("none")], ["a", "a", undefined, undefined]);
    assert.deepEqual(found, ["a", "none"]);
  });

  it("make room for new ones, the oldest first", () => {
    const recent = new Recent<number>(2);
    for (const key of ["a", "b", "c"]) recent.get(key, () => 1);
    assert.equal(recent.size, 2);
    assert.equal(
      recent.get("b", () => 2),
      1,
    );
    assert.equal(
      recent.get("a", () => 2),
      2,
    );
  });

  it("are not kept when finding them fails", () => {
    const recent = new Recent<number>(2);
    assert.throws(() =>
      recent.get("a", () => {
        throw new Error("no");
      }),
    );
    assert.equal(
      recent.get("a", () => 1),
      1,
    );
  });

  it("can be one that is asked for without a question", () => {
    let found = 0;
    const answer = once(() => ++found);
    assert.deepEqual([found, answer(), answer()], [0, 1, 1]);
  });

  it("can be forgotten all at once", () => {
    const recent = new Recent<number>(2);
    recent.get("a", () => 1);
    forgetAll();
    assert.equal(recent.size, 0);
  });
});
