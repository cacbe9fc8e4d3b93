import { strict as assert } from "node:assert";
import { bucketName, physicalName, shorten } from "../../../../infra/components/shared/names";
import { startMocks } from "../../../support/mocks";

const where = { partition: "aws", region: "ap-southeast-2", account: "123456789012" };

describe("shorten", () => {
  it("leaves a name within the limit alone", () => assert.equal(shorten("abc", 3), "abc"));

  it("keeps two long names with one beginning apart", () => {
    const [one, two] = [shorten(`${"a".repeat(80)}1`, 32), shorten(`${"a".repeat(80)}2`, 32)];
    assert.equal(one.length, 32);
    assert.equal(two.length, 32);
    assert.notEqual(one, two);
  });

  it("does not end the readable part with a hyphen", () => {
    assert.match(shorten("container-delivery-production-service", 28), /^container-delivery-[0-9a-f]{8}$/);
  });
});

describe("physicalName", () => {
  it("joins project, stack and name", async () => {
    await startMocks({ stack: "prod" });
    assert.equal(physicalName("network"), "container-delivery-prod-network");
  });

  it("writes what AWS does not accept as hyphens", async () => {
    await startMocks({ project: "My_Project", stack: "Feature/X" });
    assert.equal(physicalName("api"), "my-project-feature-x-api");
  });
});

describe("bucketName", () => {
  it("ends in account and region", async () => {
    await startMocks();
    assert.equal(bucketName("artifacts", where), "container-delivery-dev-artifacts-123456789012-ap-southeast-2");
  });

  it("stays within 63 characters and keeps account and region whole", async () => {
    await startMocks({ stack: "a-stack-with-quite-a-long-name" });
    const name = bucketName("artifacts-logs", where);
    assert.ok(name.length <= 63, name);
    assert.ok(name.endsWith("-123456789012-ap-southeast-2"), name);
  });
});
