import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { iamControls } from "../../../policies/iam/index";
import type { Entry } from "../../corpus/judgeEntry";
import { type ResourceKind, resourceKinds } from "../../corpus/resourceKinds";
import type { StackFileResource } from "../../corpus/stackFile";
import type { Described } from "../../support/policy";
import { policyTemplates, templateDocument } from "./policyTemplates";
import { roleTemplate } from "./roleTemplates";
import type { Subject } from "./subject";

const folder = join(__dirname, "../../corpus");

/** Not about what a document says: how it is attached, how long a session lasts, which boundary a role has. */
const notAboutDocuments = ["iam-inline", "iam-boundary", "iam-session", "iam-oidc-thumb", "iam-intent-covers"];
const iam = iamControls.map(({ id }) => id).filter((id) => !notAboutDocuments.includes(id));
const trust = iam.filter((id) => id.startsWith("iam-trust") || id === "iam-document");
/** Faults of the text, which take rights away rather than give them. */
const mistakes = ["iam-action-exists", "iam-condition-sound", "iam-document", "iam-grants-nothing", "iam-size"];

const kinds: Readonly<Record<string, Pick<Subject, "group" | "kind" | "about">>> = {
  identity: {
    group: "identity policies",
    kind: "identity policy",
    about: iam.filter((id) => !id.startsWith("iam-trust")),
  },
  trust: { group: "trust policies", kind: "trust policy", about: trust },
  bundle: { group: "roles with all their policies", kind: "role", about: iam },
};

/**
 * The labelled documents that every judge can read: without those that are not JSON, and without those that hold what
 * a preview does not know yet, for which templates have no form.
 */
export function documents(): Subject[] {
  const entries = readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as Entry[]);
  return entries.filter((entry) => isReadable(entry) && isAboutDocuments(entry)).map(subjectOf);
}

function isAboutDocuments({ expected }: Entry): boolean {
  return expected.length === 0 || expected.some((label) => !notAboutDocuments.includes(label));
}

function isReadable(entry: Entry): boolean {
  return typeof entry.document !== "string" && !JSON.stringify(entry).includes("<unknown>");
}

function subjectOf(entry: Entry): Subject {
  const { kind, name, reason } = entry;
  const broken = entry.expected.filter((label) => !label.startsWith("undecided "));
  const own = kinds[kind];
  if (own) {
    const isMistake = kind === "identity" && broken.length > 0 && broken.every((id) => mistakes.includes(id));
    const group = isMistake ? "identity policies, mistakes" : own.group;
    // Whoever finds anything in an IAM document counts as having found its fault.
    const counts = broken.length > 0 ? own.about : [];
    return { ...own, ...forms(entry), group, name: `${kind} ${name}`, broken: counts, reason };
  }
  const about = (resourceKinds[kind as keyof typeof resourceKinds] as ResourceKind).controls.map(({ id }) => id);
  return {
    ...{ group: "policies of resources", kind: `${kind} policy`, name: `${kind} ${name}` },
    ...{ broken, about, reason, ...forms(entry) },
  };
}

function forms(entry: Entry): Pick<Subject, "resources" | "cloudFormation"> {
  const { kind, document, props, resources = [] } = entry;
  if (kind === "bundle") return { resources: resources.map(linked), cloudFormation: roleTemplate(resources) };
  const template = policyTemplates[kind];
  if (!template) throw new Error(`There is no template for documents of kind ${kind}.`);
  const cloudFormation = template(templateDocument(document));
  const resource = resourceKinds[kind as keyof typeof resourceKinds] as ResourceKind | undefined;
  const own: StackFileResource = resource
    ? { type: resource.type, name: "it", props: { ...resource.props, ...props, [resource.property]: document } }
    : kind === "identity"
      ? { type: "aws:iam/rolePolicy:RolePolicy", name: "it", props: { role: "shop", policy: document } }
      : { type: "aws:iam/role:Role", name: "it", props: { assumeRolePolicy: document } };
  return { resources: [own], cloudFormation };
}

/** What depends on another resource names one of its outputs. */
function linked({ type, name = "it", props = {}, dependsOn = {} }: Described): StackFileResource {
  const references = Object.entries(dependsOn).map(([property, targets]) => [
    property,
    `<${targets?.[0]}.${/arn$/i.test(property) ? "arn" : "name"}>`,
  ]);
  const { inlinePolicies, ...others } = props as { inlinePolicies?: { name: string; policy: unknown }[] };
  const inline = inlinePolicies?.map((each) => ({ name: each.name, policy: JSON.stringify(each.policy) }));
  return {
    type,
    name,
    props: { ...others, ...(inline && { inlinePolicies: inline }), ...Object.fromEntries(references) },
  };
}
