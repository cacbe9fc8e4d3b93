import type { Resource } from "./resource";

const identityProperties = ["id", "arn", "name", "bucket", "keyId", "url"] as const;

/** The known values by which other resources may name this one. */
export function identities({ props }: Resource): string[] {
  return identityProperties
    .map((property) => props.at(property))
    .filter((node) => node.isKnown && typeof node.raw === "string" && node.raw !== "")
    .map((node) => node.raw as string);
}
