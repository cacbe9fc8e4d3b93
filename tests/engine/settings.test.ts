import { strict as assert } from "node:assert";
import { engineWorkspace } from "../support/engine";
import type { EngineResult, EngineWorkspace } from "../support/engine";

describe("wrong settings of a stack", function () {
  this.timeout(600_000);
  let workspace: EngineWorkspace;
  let preview: EngineResult;
  before(async () => {
    const wrong = { egress: "nat", cpu: 100, sourceRepository: "nowhere", numberOfAvailabilityZone: 3 };
    const config = Object.fromEntries(
      Object.entries(wrong).map(([name, value]) => [`container-delivery:${name}`, value]),
    );
    workspace = await engineWorkspace({ stack: "dev", config });
    preview = await workspace.preview();
  });
  after(() => workspace.dispose());

  it("stop the preview before anything else happens", () => {
    assert.notEqual(preview.code, 0);
    const types = preview.events.flatMap(({ resourcePreEvent }) => resourcePreEvent?.metadata.type ?? []);
    assert.deepEqual(types, ["pulumi:pulumi:Stack"]);
  });

  it("are told all at once, each with what is expected and the command that sets it", () => {
    const told = preview.stdout;
    assert.match(told, /The settings of stack dev need 4 corrections:/);
    assert.match(told, /container-delivery:egress is "nat"; expected one of .*nat-single/);
    assert.match(told, /container-delivery:cpu is "100"; expected one of 256, 512, 1024, 2048, 4096, 8192, 16384/);
    assert.match(told, /container-delivery:sourceRepository is "nowhere"; expected owner\/repository/);
    assert.match(told, /pulumi config set container-delivery:cpu 256 --stack dev/);
    assert.match(
      told,
      /container-delivery:numberOfAvailabilityZone is not a key of this project; expected perhaps numberOfAvailabilityZones/,
    );
  });
});
