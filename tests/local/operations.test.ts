import { strict as assert } from "node:assert";
import { operationArguments } from "../../local/operations";

describe("operations", () => {
  // What a terminal gets differs by one flag that is about progress only.
  const line = (...args: Parameters<typeof operationArguments>): string =>
    operationArguments(...args)
      .filter((arg) => arg !== "--suppress-progress")
      .join(" ");

  it("preview with the policy pack, and without it on request", () => {
    const common = "preview --stack dev --config-file c.yaml";
    assert.equal(line("preview", "dev", "c.yaml", {}), `${common} --policy-pack policies --suppress-permalink=true`);
    assert.equal(line("preview", "dev", "c.yaml", { policy: false }), `${common} --suppress-permalink=true`);
    assert.equal(line("preview", "dev", "c.yaml", { policy: false, json: true }), `${common} --json`);
  });

  it("deploy without asking, after a preview or without one", () => {
    assert.match(
      line("up", "prod", "c.yaml", {}),
      /^up --stack prod --config-file c\.yaml --yes --policy-pack policies/,
    );
    assert.match(line("up", "prod", "c.yaml", { skipPreview: true }), / --yes --skip-preview --policy-pack policies /);
  });

  it("refresh and destroy without a policy pack, which they don't take", () => {
    assert.equal(
      line("destroy", "dev", "c.yaml", {}),
      "destroy --stack dev --config-file c.yaml --yes --suppress-permalink=true",
    );
    assert.doesNotMatch(line("refresh", "dev", "c.yaml", {}), /policy/);
  });

  it("refresh without asking about creations that were interrupted", () => {
    assert.match(line("refresh", "dev", "c.yaml", {}), / --yes --clear-pending-creates /);
  });
});
