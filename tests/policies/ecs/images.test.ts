import { strict as assert } from "node:assert";
import { readImage } from "../../../policies/ecs/images";

describe("readImage", () => {
  const digest = `sha256:${"a".repeat(64)}`;
  const cases: [image: string, registry: string, tag: string | undefined, digest: string | undefined][] = [
    ["nginx", "docker.io", undefined, undefined],
    ["library/nginx:1.29", "docker.io", "1.29", undefined],
    ["localhost/shop:1", "localhost", "1", undefined],
    ["registry.example:5000/shop", "registry.example:5000", undefined, undefined],
    [`public.ecr.aws/docker/library/node@${digest}`, "public.ecr.aws", undefined, digest],
    [`quay.io/shop:1@${digest}`, "quay.io", "1", digest],
    ["quay.io/shop@md5:abc", "quay.io", undefined, undefined],
  ];
  for (const [image, registry, tag, known] of cases) {
    it(`reads ${image}`, () => {
      assert.deepEqual(readImage(image), { registry, tag, digest: known });
    });
  }
});
