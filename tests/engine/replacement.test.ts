import { strict as assert } from "node:assert";
import { engineWorkspace, operations } from "../support/engine";
import type { EngineResult, EngineWorkspace } from "../support/engine";
import { rememberedResources, storedProperties, storedResources } from "../support/storedResources";

/** AWS can change neither a range of addresses nor the encryption of a repository. */
const program = (range: string, encryption: string) => `
  import { Subnet } from "@pulumi/aws/ec2/subnet";
  import { Vpc } from "@pulumi/aws/ec2/vpc";
  import { Repository } from "@pulumi/aws/ecr/repository";
  import { Topic } from "@pulumi/aws/sns/topic";
  const network = new Vpc("network", { cidrBlock: "${range}.0.0/16" });
  new Subnet("private", { vpcId: network.id, cidrBlock: "${range}.1.0/24" });
  new Repository("images", { name: "shop", encryptionConfigurations: [{ encryptionType: "${encryption}" }] });
  new Topic("alarms");
`;

const vpc = "aws:ec2/vpc:Vpc network";
const subnet = "aws:ec2/subnet:Subnet private";
const repository = "aws:ecr/repository:Repository images";

describe("a change of what AWS cannot change", function () {
  this.timeout(600_000);
  let workspace: EngineWorkspace;
  let before_: string[];
  before(async () => {
    workspace = await engineWorkspace({ program: program("10.0", "AES256") });
    succeeded(await workspace.up());
    before_ = storedResources(workspace);
    await workspace.setProgram(program("10.1", "KMS"));
  });
  after(() => workspace.dispose());

  const succeeded = ({ code, stdout, stderr }: EngineResult): void => assert.equal(code, 0, stdout + stderr);

  it("is announced by the preview, and only for what it concerns", async () => {
    const preview = await workspace.preview("--diff");
    succeeded(preview);
    const announced = operations(preview.events).filter((step) => step.startsWith("replace "));
    assert.deepEqual(announced.sort(), [`replace ${subnet}`, `replace ${vpc}`, `replace ${repository}`]);
    assert.match(preview.stdout, /cidrBlock *: "10.0.0.0\/16" => "10.1.0.0\/16"/);
    assert.deepEqual(storedResources(workspace), before_);
  });

  it("makes the successor first and deletes the predecessor after all that used it", async () => {
    const up = await workspace.up();
    succeeded(up);
    const steps = operations(up.events);
    const place = (step: string): number => {
      assert.ok(steps.includes(step), `no ${step} in ${steps.join(", ")}`);
      return steps.indexOf(step);
    };
    const order = [
      `create-replacement ${vpc}`,
      `create-replacement ${subnet}`,
      `delete-replaced ${subnet}`,
      `delete-replaced ${vpc}`,
    ].map(place);
    assert.deepEqual(
      order,
      [...order].sort((a, b) => a - b),
    );
    // Two repositories cannot have one name.
    assert.ok(place(`delete-replaced ${repository}`) < place(`create-replacement ${repository}`));
    assert.equal(steps.length, 9);
  });

  it("leaves one of each, and nothing of the predecessors", async () => {
    const now = storedResources(workspace);
    assert.deepEqual(now, await rememberedResources(workspace));
    assert.equal(now.length, 4);
    const kept = now.filter((resource) => before_.includes(resource)).map((resource) => resource.split("::").at(-1));
    assert.equal(kept.length, 2, "the topic, and the repository that has its name again");
    assert.equal(storedProperties(workspace, "::network").cidrBlock, "10.1.0.0/16");
    const { vpcId } = storedProperties(workspace, "::private");
    assert.ok(now.some((resource) => resource.endsWith(`::network ${String(vpcId)}`)));
    assert.deepEqual(storedProperties(workspace, "::images").encryptionConfigurations, [{ encryptionType: "KMS" }]);
  });
});
