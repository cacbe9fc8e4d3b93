import { createHash } from "node:crypto";
import type { StoreReader } from "../refusals/contract";
import type { Properties } from "../values";

/** The resource whose ids and other computed outputs are wanted. The same subject always gets the same values. */
export interface Subject {
  readonly type: string;
  /** The resource's own name in the program. */
  readonly logicalName: string;
  /** Opened of secrets. */
  readonly inputs: Properties;
  readonly region: string;
  readonly account: string;
  readonly partition: string;
  /** ISO time of creation. */
  readonly created: string;
  /** What the random parts follow from: the sandbox's seed, the URN and the generation. */
  readonly seed: string;
  readonly store: StoreReader;
  /** The outputs so far, when the resource is updated. */
  readonly previous?: Properties;
}

/** `id` and whatever else the service fills in. Outputs that are left out get a generic value by their name. */
export type Format = (subject: Subject) => Properties & { readonly id: string };
export type Formats = Readonly<Record<string, Format>>;

export function text(subject: Subject, property: string, otherwise = ""): string {
  const value = subject.inputs[property];
  return typeof value === "string" ? value : otherwise;
}

export function nameOf(subject: Subject, property = "name"): string {
  const prefix = text(subject, `${property}Prefix`);
  return text(subject, property, prefix === "" ? subject.logicalName : `${prefix}${digits(subject, 26)}`);
}

export function arn(
  subject: Subject,
  service: string,
  resource: string,
  scope: "regional" | "global" = "regional",
): string {
  return `arn:${subject.partition}:${service}:${scope === "global" ? "" : subject.region}:${subject.account}:${resource}`;
}

export function hex(subject: Subject, length: number, label = ""): string {
  return createHash("sha512").update(`${subject.seed}\n${label}`).digest("hex").slice(0, length);
}

export function uuid(subject: Subject, label = "uuid"): string {
  const digest = hex(subject, 32, label);
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `4${digest.slice(13, 16)}`,
    `a${digest.slice(17, 20)}`,
    digest.slice(20),
  ].join("-");
}

export function digits(subject: Subject, length: number, label = "digits"): string {
  return pick(subject, "0123456789", length, label);
}

/** As in the ids of IAM and Route 53. */
export function capitals(subject: Subject, length: number, label = "capitals"): string {
  return pick(subject, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", length, label);
}

export function letters(subject: Subject, length: number, label = "letters"): string {
  return pick(subject, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", length, label);
}

function pick(subject: Subject, alphabet: string, length: number, label: string): string {
  const bytes = createHash("sha512").update(`${subject.seed}\n${label}`).digest();
  return Array.from({ length }, (_, index) => alphabet[(bytes[index % bytes.length] ?? 0) % alphabet.length]).join("");
}

/** `arn:…:loadbalancer/app/web/50dc6c495c0c9188` ends in its resource part after the fifth colon. */
export function arnResource(value: string): string {
  return value.split(":").slice(5).join(":");
}

export function afterSlash(value: string): string {
  return value.slice(value.lastIndexOf("/") + 1);
}
