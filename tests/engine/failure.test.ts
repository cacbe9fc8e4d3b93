import { strict as assert } from "node:assert";
import { writeFileSync } from "node:fs";
import * as path from "node:path";
import type { FaultRule } from "../../local/aws/faultFile";
import { engineWorkspace, operations } from "../support/engine";
import type { EngineResult, EngineWorkspace } from "../support/engine";
import { rememberedResources, storedResources } from "../support/storedResources";

/** A network, and for each case a subnet that fails while what does not need it is under way beside it. */
const program = (cases: readonly string[]) => `
  import { NetworkAcl } from "@pulumi/aws/ec2/networkAcl";
  import { Subnet } from "@pulumi/aws/ec2/subnet";
  import { Vpc } from "@pulumi/aws/ec2/vpc";
  import { Queue } from "@pulumi/aws/sqs/queue";
  import { Topic } from "@pulumi/aws/sns/topic";
  const vpc = new Vpc("network", { cidrBlock: "10.0.0.0/16" });
  ${JSON.stringify(cases)}.forEach((name, index) => {
    const subnet = new Subnet(name + "-subnet", { vpcId: vpc.id, cidrBlock: "10.0." + index + ".0/24" });
    new NetworkAcl(name + "-rules", { vpcId: vpc.id, subnetIds: [subnet.id] });
    new Topic(name + "-topic");
    new Queue(name + "-queue");
  });
`;
const creations = (name: string): string[] => [
  `create aws:ec2/networkAcl:NetworkAcl ${name}-rules`,
  `create aws:ec2/subnet:Subnet ${name}-subnet`,
  `create aws:sns/topic:Topic ${name}-topic`,
  `create aws:sqs/queue:Queue ${name}-queue`,
];

describe("an update that AWS lets down", function () {
  this.timeout(600_000);
  let workspace: EngineWorkspace;
  const cases: string[] = [];
  before(async () => {
    workspace = await engineWorkspace({ program: program(cases) });
    workspace.environment.CONTAINER_DELIVERY_FAULTS = path.join(workspace.sandbox, "faults.json");
    inject();
    succeeded(await workspace.up());
  });
  after(() => workspace.dispose());

  const inject = (...rules: FaultRule[]): void =>
    writeFileSync(path.join(workspace.sandbox, "faults.json"), JSON.stringify({ rules }));

  /** Adds the resources of a case to the program, and deploys them with a fault in the way of its subnet. */
  async function upWith(name: string, action: FaultRule["action"]): Promise<EngineResult> {
    cases.push(name);
    await workspace.setProgram(program(cases));
    inject({ operation: "create", name: `${name}-subnet`, action });
    return workspace.up();
  }

  const succeeded = ({ code, stdout, stderr }: EngineResult): void => assert.equal(code, 0, stdout + stderr);

  /** The state and the account tell the same, and what is there is everything that the program asks for. */
  async function assertComplete(): Promise<void> {
    assert.deepEqual(storedResources(workspace), await rememberedResources(workspace));
    assert.equal(storedResources(workspace).length, 1 + 4 * cases.length);
    const { pending_operations: pending = [] } = await checkpoint();
    assert.deepEqual(pending, []);
  }

  async function checkpoint(): Promise<{ pending_operations?: unknown[] }> {
    const { stdout } = await workspace.pulumi(
      "stack",
      "export",
      "--stack",
      workspace.stack,
      "--cwd",
      workspace.program,
    );
    return (JSON.parse(stdout) as { deployment: { pending_operations?: unknown[] } }).deployment;
  }

  it("fails with the resource and AWS's reason", async () => {
    const action = { refuse: { code: "SubnetLimitExceeded", message: "there are 200 subnets" } };
    const { code, stdout, events } = await upWith("refused", action);
    assert.notEqual(code, 0);
    const errors = events.flatMap(({ diagnosticEvent }) => diagnosticEvent ?? []);
    const [reason] = errors.filter(({ urn, severity }) => severity === "error" && urn?.endsWith("::refused-subnet"));
    assert.match(reason?.message ?? "", /SubnetLimitExceeded: there are 200 subnets/);
    assert.match(stdout, /aws:ec2:Subnet \(refused-subnet\):\s+error: .*SubnetLimitExceeded: there are 200 subnets/);
    assert.deepEqual(storedResources(workspace), await rememberedResources(workspace));
  });

  it("is taken up where it stopped by the next one", async () => {
    const made = storedResources(workspace);
    const next = await workspace.up();
    succeeded(next);
    const missing = creations("refused").filter((step) => !made.some((resource) => resource.includes(nameIn(step))));
    assert.deepEqual(operations(next.events).sort(), missing);
    assert.ok(missing.length >= 2);
    await assertComplete();
  });

  it("goes on by itself after throttling", async () => {
    const throttled = await upWith("throttled", { throttle: 4 });
    succeeded(throttled);
    assert.deepEqual(operations(throttled.events).sort(), creations("throttled"));
    await assertComplete();
  });

  for (const moment of ["before", "after"] as const) {
    it(`neither forgets nor doubles anything when the provider dies ${moment} it has made a resource`, async () => {
      const name = `died-${moment}`;
      const died = await upWith(name, { die: moment });
      assert.notEqual(died.code, 0);
      assert.match(died.stdout, new RegExp(`aws:ec2:Subnet \\(${name}-subnet\\):\\s+error`));
      const orphan = moment === "after" ? 1 : 0;
      assert.equal(storedResources(workspace).filter((resource) => resource.includes(`${name}-subnet`)).length, orphan);
      succeeded(await workspace.up());
      await assertComplete();
    });
  }

  it("leaves nothing to do once it has succeeded", async () => {
    const unchanged = await workspace.up("--expect-no-changes");
    succeeded(unchanged);
    assert.deepEqual(operations(unchanged.events), []);
  });

  it("leaves nothing behind when the provider dies while it destroys", async () => {
    inject({ operation: "delete", name: "throttled-topic", action: { die: "after" } });
    assert.notEqual((await workspace.destroy()).code, 0);
    succeeded(await workspace.destroy());
    assert.deepEqual(storedResources(workspace), []);
    assert.deepEqual(await rememberedResources(workspace), []);
  });
});

const nameIn = (step: string): string => `::${step.split(" ").at(-1)} `;
