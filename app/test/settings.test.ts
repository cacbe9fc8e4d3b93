import { strict as assert } from "node:assert";
import { readSettings, SettingsError } from "../src/settings";

describe("readSettings", () => {
  it("has a default for everything", () => {
    assert.deepEqual(readSettings({}), {
      host: undefined,
      port: 8080,
      logLevel: "info",
      drainMs: 5_000,
      deadlineMs: 25_000,
      keepAliveMs: 65_000,
      version: "unknown",
      commit: "unknown",
      digest: undefined,
    });
  });

  it("treats a variable that is set to nothing as not set", () => {
    assert.deepEqual(readSettings({ PORT: "", LOG_LEVEL: " ", IMAGE_DIGEST: "", GIT_COMMIT: "" }), readSettings({}));
  });

  for (const [text, port] of [
    ["0", 0],
    ["1", 1],
    ["65535", 65_535],
    [" 3000 ", 3_000],
  ] as const) {
    it(`takes PORT="${text}"`, () => assert.equal(readSettings({ PORT: text }).port, port));
  }

  for (const text of ["http", "-1", "65536", "80.5", "0x50", "1e3", "8080;", "99999999999999999999"]) {
    it(`refuses PORT="${text}" with the value, the expectation and the way out`, () => {
      const message =
        `PORT is "${text}": expected a whole number from 0 to 65535 (0 takes any free port). ` +
        "Set PORT=8080 or unset it (default 8080).";
      assert.throws(() => readSettings({ PORT: text }), new SettingsError(message));
    });
  }

  it("refuses a drain that outlasts the deadline", () => {
    assert.throws(
      () => readSettings({ DRAIN_MS: "30000" }),
      /^SettingsError: DRAIN_MS is 30000 and SHUTDOWN_DEADLINE_MS is 25000: the drain must end before the deadline\./,
    );
  });

  it("names every wrong setting at once", () => {
    assert.throws(
      () => readSettings({ PORT: "x", LOG_LEVEL: "loud", KEEP_ALIVE_MS: "5" }),
      ({ message }: Error) => {
        assert.deepEqual(
          message.split("\n").map((line) => line.split(" ", 1)[0]),
          ["PORT", "KEEP_ALIVE_MS", "LOG_LEVEL"],
        );
        return true;
      },
    );
  });
});
