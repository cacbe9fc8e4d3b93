import type {
  PolicyPackArgs,
  ReportViolation,
  ResourceValidation,
  ResourceValidationPolicy,
  StackValidationPolicy,
} from "@pulumi/policy";
import type { Control } from "../control";
import { resourceOf, stackIndexOf } from "../judgement/args";
import type { Judged } from "../judgement/judged";
import { Judgement } from "../judgement/judgement";
import { violationsOf } from "../judgement/message";
import { settingsConductor, summaryConductor } from "./conductors";
import { metadataOf } from "./metadata";
import { remediationOf } from "./remediation";
import { asReportAny } from "./reportAny";
import type { Session } from "./session";

type AnyPolicy = PolicyPackArgs["policies"][number];

/**
 * All controls under their own names, and two policies that do their work. The SDK decodes all properties of a resource
 * once for every policy that validates it: with 150 of them that alone would take longer than everything else.
 */
export function conductedPolicies(session: Session): AnyPolicy[] {
  const controls = session.controls.map((control): ResourceValidationPolicy => ({
    ...metadataOf(control, session.announced.get(control.id) ?? "mandatory"),
    // No validation at all, but of the kind "resource": the SDK has nothing to call.
    ...(control.check && { validateResource: [] }),
    ...(control.remediate && { remediateResource: remediationOf(control, session) }),
  }));
  return [settingsConductor(session), summaryConductor(session), ...controls];
}

/** A control as an ordinary policy that needs no other: for those who compose a pack of their own. */
export function ordinaryPolicy(control: Control, session: Session): AnyPolicy {
  return {
    ...metadataOf(control, session.announced.get(control.id) ?? "mandatory"),
    ...(control.check && { validateResource: validation(control, session) }),
    ...(control.checkStack && { validateStack: stackValidation(control, session) }),
    ...(control.remediate && { remediateResource: remediationOf(control, session) }),
  };
}

function validation(control: Control, session: Session): ResourceValidation {
  const judgement = new Judgement([control]);
  const validate: ResourceValidation & { __pulumiType?: string } = async (args, report) => {
    if (!Object.hasOwn(control.reads, args.type) && !Object.hasOwn(control.reads, "*")) return;
    const resolved = session.resolveFor(control, args.stackTags, args.getConfig());
    pass(await judgement.resource(resourceOf(args, session.secretsOf), resolved), report);
  };
  const [type, ...more] = Object.keys(control.reads);
  if (type !== undefined && type !== "*" && more.length === 0) validate.__pulumiType = type;
  return validate;
}

function stackValidation(control: Control, session: Session): StackValidationPolicy["validateStack"] {
  return async (args, report) => {
    const resolved = session.resolveFor(control, args.stackTags, args.getConfig());
    pass(
      await new Judgement([control]).stack(
        stackIndexOf(args.resources, () => undefined, session.secretsOf),
        resolved,
      ),
      report,
    );
  };
}

/** The SDK gives a violation the policy's level; only what is less than that needs one of its own. */
function pass(judged: readonly Judged[], report: ReportViolation): void {
  for (const { enforcementLevel, ...violation } of violationsOf(judged)) {
    asReportAny(report)({ ...violation, ...(enforcementLevel === "advisory" && { enforcementLevel }) });
  }
}
