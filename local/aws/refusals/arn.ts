export interface Arn {
  service: string;
  region: string;
  account: string;
  resource: string;
}

/** The parts of an ARN, or undefined for anything else. */
export function parseArn(value: unknown): Arn | undefined {
  if (typeof value !== "string") return undefined;
  const match = /^arn:aws[a-z-]*:([^:]*):([^:]*):([^:]*):(.+)$/s.exec(value);
  if (match === null) return undefined;
  const [, service = "", region = "", account = "", resource = ""] = match;
  return { service, region, account, resource };
}
