import * as pulumi from "@pulumi/pulumi";

/** Empty when the pack runs without a stack, as in `pulumi policy publish`. */
export function stackName(): string {
  try {
    return pulumi.getStack();
  } catch {
    return "";
  }
}
