import type { Properties } from "../values";
import { account } from "./account";
import { ec2 } from "./ec2";
import type { Invoke, Scope } from "./invoke";
import { policyDocument } from "./policyDocument";
import { services } from "./services";

const INVOKES: Readonly<Record<string, Invoke>> = {
  ...account,
  ...ec2,
  ...services,
  "iam/getPolicyDocument": (args) => policyDocument(args),
};

export function invoke(token: string, args: Properties, scope: Scope): Properties {
  const [, path = ""] = token.split(":");
  const found = INVOKES[path];
  if (found !== undefined) return { ...args, ...found(args, scope) };
  throw new Error(
    `The stand-in has no data source '${token}'. It knows ${Object.keys(INVOKES).sort().join(", ")}: ` +
      `use one of them, or pass the value through stack configuration.`,
  );
}
