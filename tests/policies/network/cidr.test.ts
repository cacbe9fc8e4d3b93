import { strict as assert } from "node:assert";
import { isWorld } from "../../../policies/network/cidr";

describe("the world as an address range", () => {
  for (const range of [
    "0.0.0.0/0",
    "0.0.0.0/1",
    "128.0.0.0/1",
    "64.0.0.0/2",
    "::/0",
    "8000::/1",
    "2000::/3",
    "0::/0",
    "0:0:0:0:0:0:0:0/0",
    " 0.0.0.0/0 ",
    "0.0.0.0/00",
  ]) {
    it(`takes ${range} for the world`, () => assert.equal(isWorld(range), true));
  }
  for (const range of [
    "10.0.0.0/8",
    "172.16.0.0/12",
    "192.0.2.0/24",
    "fc00::/7",
    "fd00::/8",
    "2001:db8::/32",
    "10.0.0.1",
    "x/0y",
  ]) {
    it(`takes ${range} for a part of it`, () => assert.equal(isWorld(range), false));
  }
});
