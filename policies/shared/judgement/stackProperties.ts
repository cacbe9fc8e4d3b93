import { containsUnknown } from "../placeholders";

/**
 * The properties by which a stack's resource is judged: what the program gives, and of the outputs what names the
 * resource (`id`, `arn`, `name` …). Outputs also hold what AWS filled in and what other resources added, such as the rules
 * of a security group; in preview they are unknown where the program gives nothing, which is no reason for doubt.
 */
export function stackProperties(outputs: object, inputs: object | undefined): object {
  if (inputs === undefined) return outputs;
  const naming = Object.entries(outputs).filter(
    ([, value]) => typeof value !== "object" && !(typeof value === "string" && containsUnknown(value)),
  );
  return { ...Object.fromEntries(naming), ...inputs };
}
