import type { StoredResource, StoreReader } from "./refusals/contract";
import type { Store, StoredRecord } from "./store";
import type { Properties } from "./values";
import { revealAll } from "./values";

/** Services without regions: their resources lie under one name in the store. */
const GLOBAL = /^aws:(iam|route53|cloudfront|organizations|s3\/bucket:|s3\/bucketV2:)/;

/** The region a resource is stored under. */
export function storedRegion(type: string, region: string): string {
  return GLOBAL.test(type) ? "global" : region;
}

const views = new WeakMap<StoredRecord, StoredResource>();

/** The store as refusals and formats see it: opened of secrets, the caller's region first. */
export function storeReader(store: Store, region: string): StoreReader {
  return {
    all: (type) => store.all(type).map(view),
    byId(type, id) {
      const own = store.read(type, storedRegion(type, region), id);
      return own === undefined ? undefined : view(own);
    },
    byArn(arn) {
      const record = store.byArn(arn);
      return record === undefined ? undefined : view(record);
    },
  };
}

function view(record: StoredRecord): StoredResource {
  const known = views.get(record);
  if (known !== undefined) return known;
  const properties = revealAll(record.properties);
  const made: StoredResource = {
    type: record.type,
    id: record.id,
    urn: record.urn,
    inputs: inputsOf(record, properties),
    outputs: { ...properties, id: record.id, __region: record.region },
  };
  views.set(record, made);
  return made;
}

export function inputsOf(record: StoredRecord, properties: Properties = record.properties): Properties {
  return Object.fromEntries(record.given.flatMap((name) => (name in properties ? [[name, properties[name]]] : [])));
}
