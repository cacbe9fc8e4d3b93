import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Properties } from "./values";
import { simplify, withoutUndefined } from "./values";

export function decode(struct: Struct | undefined): Properties {
  return struct === undefined ? {} : (simplify(struct.toJavaScript()) as Properties);
}

/** A Struct cannot hold `undefined`: it is left out. */
export function encode(properties: Properties): Struct {
  return Struct.fromJavaScript(withoutUndefined(properties) as Parameters<typeof Struct.fromJavaScript>[0]);
}
