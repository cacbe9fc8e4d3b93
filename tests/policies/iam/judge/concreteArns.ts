import { expressionOf } from "../../documents/requests";

/**
 * Which ARNs a pattern fits, by trying them one by one. IAM compares the first five parts of an ARN each for itself and
 * the rest as a whole: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */

/** What a variable of a format may hold: `part` is the place between the colons, 5 for the resource. */
export type Texts = (variable: string, part: number) => readonly string[];

/** All ARNs of a format with some texts in place of its variables: by part, and as a whole. */
export interface ConcreteArns {
  readonly parts: readonly (readonly string[])[];
  readonly whole: readonly string[];
}

export function concreteArns(format: string, texts: Texts): ConcreteArns {
  const parts = partsOf(format).map((part, index) => expanded(part, index, texts));
  let whole: readonly string[] | undefined;
  return {
    parts,
    // There are many of them, and most patterns are compared part by part.
    get whole() {
      return (whole ??= parts.reduce((arns, some) => arns.flatMap((arn) => some.map((text) => `${arn}:${text}`))));
    },
  };
}

export function someFit(pattern: string, { parts, whole }: ConcreteArns): boolean {
  const wanted = partsOf(pattern);
  if (pattern.startsWith("arn:") && wanted.length === 6) {
    return wanted.map(expressionOf).every((fits, index) => parts[index]?.some((text) => fits.test(text)));
  }
  // An ARN that ends early is completed with a wildcard; one that begins with a wildcard may begin anywhere.
  const fits = expressionOf(pattern.startsWith("arn:") ? `${pattern}:*` : pattern);
  return whole.some((arn) => fits.test(arn));
}

function partsOf(arn: string): string[] {
  const parts = arn.split(":");
  return [...parts.slice(0, 5), ...(parts.length > 5 ? [parts.slice(5).join(":")] : [])];
}

function expanded(part: string, index: number, texts: Texts): string[] {
  const variable = /\$\{(\w+)\}/.exec(part);
  if (!variable) return [part];
  const name = variable[1] as string;
  return texts(name, index).flatMap((text) =>
    expanded(
      part.replace(variable[0], () => text),
      index,
      texts,
    ),
  );
}

/** All texts over some letters, up to a length. */
export function textsOver(letters: string, longest: number, shortest = 1): string[] {
  const longer = (texts: string[]) => texts.flatMap((text) => [...letters].map((letter) => text + letter));
  const byLength = [[""]];
  while (byLength.length <= longest) byLength.push(longer(byLength.at(-1) ?? []));
  return byLength.slice(shortest).flat();
}
