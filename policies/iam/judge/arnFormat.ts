/** One place of an ARN format: a fixed character or a variable. */
export type Token =
  | { readonly literal: string }
  /** `name`: neither colon nor slash, as in the partition, region and account. `text`: anything, also nothing. */
  | { readonly variable: "name" | "text" };

/** AWS's notation of a resource type, `arn:${Partition}:s3:::${BucketName}/${ObjectName}`, taken apart. */
export interface ArnFormat {
  readonly arn: string;
  readonly tokens: readonly Token[];
  /** Indexes of the colons between the six segments. */
  readonly ends: readonly number[];
  /** Index of the token that is the account; undefined when the ARN has none. */
  readonly account: number | undefined;
  /** Index of the first token of the resource part. */
  readonly resource: number;
}

/** Variables that cannot hold a slash or a colon, although the data does not say so. A bucket is the one that matters. */
const simpleNames: readonly string[] = ["BucketName"];

export function readArnFormat(arn: string): ArnFormat {
  const tokens: Token[] = [];
  const ends: number[] = [];
  let account: number | undefined;
  let resource = 0;
  splitArn(arn).forEach((segment, position) => {
    if (position > 0) ends.push(tokens.push({ literal: ":" }) - 1);
    if (position === 4 && segment.includes("${")) account = tokens.length;
    resource = tokens.length;
    tokens.push(...tokensOf(segment, position < 5));
  });
  return { arn, tokens, ends, account, resource };
}

function tokensOf(segment: string, isField: boolean): Token[] {
  const tokens: Token[] = [];
  for (let index = 0; index < segment.length; index++) {
    const end = segment.startsWith("${", index) ? segment.indexOf("}", index) : -1;
    if (end < 0) {
      tokens.push(segment[index] === "*" ? { variable: "text" } : { literal: segment[index] as string });
      continue;
    }
    const name = segment.slice(index + 2, end);
    tokens.push({ variable: isField || simpleNames.includes(name) ? "name" : "text" });
    index = end;
  }
  return tokens;
}

/** The six segments; everything after the fifth colon is the resource. */
export function splitArn(arn: string): string[] {
  const parts = arn.split(":");
  const resource = parts.splice(5);
  return resource.length === 0 ? parts : [...parts, resource.join(":")];
}

/** The format with `<RoleName>` in place of each variable, for a statement to paste. */
export function placeholders(format: ArnFormat): string {
  return format.arn.replace("${Partition}", "aws").replace(/\$\{(\w+)\}/g, "<$1>");
}
