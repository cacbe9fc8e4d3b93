import type { Control } from "../../../../policies/shared/control";

/** A few controls of every kind, so that the machinery is tested apart from the catalogue. */

const common = {
  references: ["Security Hub PROBE.1", "checkov CKV_PROBE_1"],
  remediationSteps: "Set it.",
  url: "https://example.com/probe",
};

export const single: Control<{ limit: number }> = {
  id: "probe-single",
  title: "One resource",
  description: "Queues must be small.",
  severity: "high",
  levels: { dev: "advisory", prod: "mandatory" },
  ...common,
  reads: { "aws:sqs/queue:Queue": ["delaySeconds"] },
  configSchema: { properties: { limit: { type: "integer", default: 10 } } },
  check({ props }, report, { config }) {
    const delay = props.at("delaySeconds");
    if ((delay.number() ?? 0) > config.limit) {
      report.violation({
        at: delay,
        what: "The delay is long",
        fix: `Set \`delaySeconds\` to ${config.limit}.`,
        detail: "delay",
      });
    }
  },
};

export const several: Control = {
  id: "probe-several",
  title: "Two types",
  description: "Queues and topics must have a name.",
  severity: "critical",
  levels: { dev: "mandatory", prod: "mandatory" },
  ...common,
  reads: { "aws:sqs/queue:Queue": ["name"], "aws:sns/topic:Topic": ["name"] },
  check({ props }, report) {
    if (props.at("name").string() === "bad") {
      report.violation({ at: props.at("name"), what: "The name is bad", fix: "Set `name` to another one." });
    }
  },
};

export const whole: Control = {
  id: "probe-whole",
  title: "The stack",
  description: "Every queue must have a topic.",
  severity: "medium",
  levels: { dev: "mandatory", prod: "mandatory" },
  ...common,
  reads: { "aws:sqs/queue:Queue": ["kmsMasterKeyId"] },
  checkStack(stack, report) {
    report.eachResource(stack.ofType("aws:sqs/queue:Queue"), (queue) => {
      if (!stack.target(queue, "kmsMasterKeyId", ["aws:kms/key:Key"])) {
        report.violation({
          at: "kmsMasterKeyId",
          what: "The queue has no key of this stack",
          fix: "Set it.",
          on: queue,
        });
      }
    });
  },
};

export const broken: Control = {
  id: "probe-broken",
  title: "A control that breaks",
  description: "Nothing.",
  severity: "low",
  levels: { dev: "mandatory", prod: "mandatory" },
  ...common,
  reads: { "aws:sns/topic:Topic": ["displayName"] },
  check({ props }) {
    if (props.at("displayName").isKnown) throw new TypeError("cannot read it");
  },
};

export const corrected: Control = {
  id: "probe-corrected",
  title: "A control that corrects",
  description: "Topics must be first in, first out.",
  severity: "low",
  levels: { dev: "mandatory", prod: "mandatory" },
  ...common,
  reads: { "aws:sns/topic:Topic": ["fifoTopic"] },
  check({ props }, report) {
    const fifo = props.at("fifoTopic");
    if (fifo.boolean() !== true)
      report.violation({ at: fifo, what: "It is not ordered", fix: "Set `fifoTopic` to true." });
  },
  remediate({ props }) {
    return props.at("fifoTopic").boolean() === true ? undefined : { fifoTopic: true };
  },
};

export const intent: Control = {
  id: "probe-intent",
  title: "Declared intent",
  description: "Policies are known by intent.",
  severity: "low",
  levels: { dev: "mandatory", prod: "mandatory" },
  ...common,
  reads: { "aws:iam/rolePolicy:RolePolicy": ["policy"] },
  check({ props, opts }, report, { declaredIntent, settings }) {
    if (!props.at("policy").isUnknown) return;
    const actions = declaredIntent(opts.parent)
      ?.items()
      .map((statement) => statement.at("actions", 0).string());
    const what = `intent ${actions?.join() ?? "none"}, accounts ${settings.ownAccounts.join()}`;
    report.violation({ at: "policy", what, fix: "Nothing." });
  },
};

export const framework: Control = {
  id: "probe-framework",
  title: "Only for a framework",
  description: "Topics must have a display name.",
  severity: "low",
  levels: { dev: "disabled", prod: "disabled" },
  ...common,
  reads: { "aws:sns/topic:Topic": ["displayName"] },
  check({ props }, report) {
    const name = props.at("displayName");
    if (name.isAbsent) report.violation({ at: name, what: "It has no display name", fix: "Set `displayName`." });
  },
};

export const probes: readonly Control[] = [
  single as unknown as Control,
  several,
  whole,
  broken,
  corrected,
  intent,
  framework,
];
