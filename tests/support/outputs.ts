import type { Output } from "@pulumi/pulumi";

interface Internals<T> {
  promise(withUnknowns?: boolean): Promise<T>;
  readonly isKnown: Promise<boolean>;
  readonly isSecret: Promise<boolean>;
}

/** The value of an output; rejects with the real error when an `apply` throws, where a plain `apply` would hang. */
export function valueOf<T>(output: Output<T>): Promise<T> {
  return (output as unknown as Internals<T>).promise();
}

export function isKnown(output: Output<unknown>): Promise<boolean> {
  return (output as unknown as Internals<unknown>).isKnown;
}

export function isSecret(output: Output<unknown>): Promise<boolean> {
  return (output as unknown as Internals<unknown>).isSecret;
}
