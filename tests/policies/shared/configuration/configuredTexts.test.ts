import { strict as assert } from "node:assert";
import { configuredTexts } from "../../../../policies/shared/configuration/configuredTexts";

describe("what the configuration gives", () => {
  const isConfigured = configuredTexts({
    "shop:password": "hunter2",
    "shop:token": 'long"token-with-quote',
    "shop:database": '{"user":"shop","keys":["k1"]}',
    "shop:empty": "",
    "aws:region": "eu-west-1",
  });

  const given = [
    "hunter2",
    '{"password":"hunter2"}',
    '["x",{"password":"hunter2"}]',
    "k1",
    'postgres://shop:long"token-with-quote@db',
    'prefix {"token":"long\\"token-with-quote"}',
  ];
  for (const value of given) it(`holds ${value}`, () => assert.equal(isConfigured(value), true));

  const own = ["", "hunter2x", "ahunter2", '{"password":"other"}', "eu-west-1", "{not JSON: hunter2"];
  for (const value of own) it(`does not hold ${JSON.stringify(value)}`, () => assert.equal(isConfigured(value), false));
});
