import { strict as assert } from "node:assert";
import { once } from "node:events";
import { createServer } from "node:http";
import type { RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { digestIn, readImageDigest } from "../src/imageDigest";

const asked = `sha256:${"a".repeat(64)}`;
const shown = `sha256:${"b".repeat(64)}`;
const registry = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/app";

describe("digestIn", () => {
  for (const [name, metadata, expected] of [
    ["takes the digest that was asked for first", { Image: `${registry}@${asked}`, ImageID: shown }, asked],
    ["falls back to the image id", { Image: `${registry}:v1`, ImageID: shown }, shown],
    ["finds none in an image run by tag alone", { Image: `${registry}:v1` }, undefined],
    ["refuses a shortened digest", { ImageID: "sha256:abc" }, undefined],
    ["refuses what is no text", { Image: 1, ImageID: {} }, undefined],
    ["refuses null", null, undefined],
  ] as const) {
    it(name, () => assert.equal(digestIn(metadata), expected));
  }
});

describe("readImageDigest", () => {
  const ask = async (listener: RequestListener) => {
    const server = createServer(listener).listen(0, "127.0.0.1");
    await once(server, "listening");
    const found = await readImageDigest(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.close();
    server.closeAllConnections();
    return found;
  };

  it("reads the metadata endpoint", async () =>
    assert.equal(await ask((_, response) => response.end(JSON.stringify({ ImageID: shown }))), shown));

  it("finds nothing outside ECS", async () => assert.equal(await readImageDigest(undefined), undefined));

  const failures: [name: string, listener: RequestListener][] = [
    ["answers with an error", (_, response) => response.writeHead(500).end(JSON.stringify({ ImageID: shown }))],
    ["answers no JSON", (_, response) => response.end("<html>")],
    ["does not answer", () => undefined],
  ];
  for (const [name, listener] of failures) {
    it(`finds nothing when the endpoint ${name}`, async () => assert.equal(await ask(listener), undefined));
  }
});
