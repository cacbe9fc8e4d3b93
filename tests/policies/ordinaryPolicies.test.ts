import { strict as assert } from "node:assert";
import { unknownCheckingProxy } from "@pulumi/policy";
import type { ResourceValidationArgs, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import * as pack from "../../policies/pack";
import type * as published from "../../policies/published";
import { unknown } from "../support/policy";
import { probes } from "./wire/probe/controls";

// What the package declares is what it has: the type check holds one against the other.
const offered: typeof published = pack;
const made = offered.policies(probes);
const named = (name: string) => made.find((policy) => policy.name === name);

interface Reported {
  readonly message: string;
  readonly urn?: string;
  readonly enforcementLevel?: string;
}

/** Arguments as the SDK makes them: reading an unknown property throws. */
function argsOf(type: string, props: object, config: object = {}) {
  return {
    type,
    urn: `urn:pulumi:dev::shop::${type}::it`,
    name: "it",
    props: (unknownCheckingProxy as (props: object) => Record<string, unknown>)(props),
    opts: { protect: false, ignoreChanges: [], aliases: [] },
    stackTags: new Map<string, string>(),
    getConfig: () => config,
    isType: () => false,
    asType: () => undefined,
    notApplicable: () => assert.fail("not applicable"),
  } as unknown as ResourceValidationArgs;
}

async function validate(name: string, args: ResourceValidationArgs): Promise<Reported[]> {
  const reported: Reported[] = [];
  const policy = named(name) as ResourceValidationPolicy;
  assert.equal(typeof policy.validateResource, "function");
  const run = policy.validateResource as (args: ResourceValidationArgs, report: unknown) => Promise<void>;
  await run(args, (violation: Reported) => reported.push(violation));
  return reported;
}

describe("controls as ordinary policies", () => {
  it("are all there, with their metadata", () => {
    assert.deepEqual(
      made.map(({ name }) => name),
      probes.map(({ id }) => id),
    );
    assert.equal(named("probe-single")?.remediationSteps, "Set it.");
  });

  it("let the SDK skip other types where they look at one", () => {
    const typeOf = (name: string) =>
      (named(name) as { validateResource?: { __pulumiType?: string } }).validateResource?.__pulumiType;
    assert.equal(typeOf("probe-single"), "aws:sqs/queue:Queue");
    assert.equal(typeOf("probe-several"), undefined);
  });

  it("report at the policy's own level, with the configuration that the SDK gives", async () => {
    const args = argsOf("aws:sqs/queue:Queue", { delaySeconds: 20 });
    const [told, ...more] = await validate("probe-single", args);
    assert.deepEqual(more, []);
    assert.equal(
      told?.message,
      "The delay is long at delaySeconds (20). Set `delaySeconds` to 10. https://example.com/probe",
    );
    assert.equal(told.enforcementLevel, undefined);
    assert.deepEqual(
      await validate("probe-single", argsOf("aws:sqs/queue:Queue", { delaySeconds: 20 }, { limit: 30 })),
      [],
    );
  });

  it("report what is undecided as advisory, and never throw", async () => {
    const [told] = await validate("probe-single", argsOf("aws:sqs/queue:Queue", { delaySeconds: unknown }));
    assert.equal(told?.enforcementLevel, "advisory");
    assert.match(told.message, /^Undecided: delaySeconds/);
  });

  it("ignore other types", async () => {
    assert.deepEqual(await validate("probe-several", argsOf("aws:ecr/repository:Repository", { name: "bad" })), []);
  });

  it("judge a whole stack", async () => {
    const reported: Reported[] = [];
    const resource = { ...argsOf("aws:sqs/queue:Queue", {}), dependencies: [], propertyDependencies: {} };
    const args = {
      resources: [resource],
      stackTags: new Map(),
      getConfig: () => ({}),
      notApplicable: () => assert.fail(),
    };
    const policy = named("probe-whole") as StackValidationPolicy;
    await policy.validateStack(args as never, ((violation: Reported) => reported.push(violation)) as never);
    assert.equal(reported[0]?.urn, resource.urn);
  });
});
