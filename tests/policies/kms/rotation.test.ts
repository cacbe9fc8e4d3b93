import { strict as assert } from "node:assert";
import { kmsRotation } from "../../../policies/kms/rotation";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:kms/key:Key";

describe("kms-rotation", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes rotation", { enableKeyRotation: true }, []],
    ["passes half a year", { enableKeyRotation: true, rotationPeriodInDays: 180 }, []],
    [
      "passes a signing key, which AWS cannot rotate",
      { keyUsage: "SIGN_VERIFY", customerMasterKeySpec: "ECC_NIST_P256" },
      [],
    ],
    ["passes an RSA key, which AWS cannot rotate", { customerMasterKeySpec: "RSA_2048" }, []],
    ["passes a key of a custom key store", { customKeyStoreId: "cks-1" }, []],
    ["refuses an absent setting, which means false", {}, ["violation enableKeyRotation"]],
    [
      "refuses a period of two years",
      { enableKeyRotation: true, rotationPeriodInDays: 730 },
      ["violation rotationPeriodInDays"],
    ],
    ["passes an HMAC key", { keyUsage: "GENERATE_VERIFY_MAC", customerMasterKeySpec: "HMAC_256" }, []],
    ["passes a key for key agreement", { keyUsage: "KEY_AGREEMENT", customerMasterKeySpec: "ECC_NIST_P384" }, []],
    [
      "refuses a key of several regions",
      { multiRegion: true, keyUsage: "ENCRYPT_DECRYPT" },
      ["violation enableKeyRotation"],
    ],
    [
      "judges the period while the switch is unknown",
      { enableKeyRotation: unknown, rotationPeriodInDays: "730" },
      ["undecided enableKeyRotation", "violation rotationPeriodInDays"],
    ],
    ["cannot decide an unknown use", { keyUsage: unknown }, ["undecided keyUsage"]],
    ["cannot decide an unknown setting", { enableKeyRotation: unknown }, ["undecided enableKeyRotation"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => {
      assert.deepEqual(brief(await judge(kmsRotation, { type, props })), expected);
    });
  }
});
