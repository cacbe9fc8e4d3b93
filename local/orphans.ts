import { existsSync, readdirSync } from "node:fs";
import * as path from "node:path";
import { Store } from "./aws/store";
import type { Pending } from "./aws/store";

/**
 * What an interrupted run has created without Pulumi ever hearing of it. The next `up` takes it up again; a `destroy`
 * in its place cannot, here as in AWS.
 */
export function orphans(sandbox: string, project: string, stack: string): Pending[] {
  const folder = path.join(sandbox, "aws");
  const accounts = existsSync(folder) ? readdirSync(folder).filter((name) => /^\d{12}$/.test(name)) : [];
  return accounts.flatMap((account) => {
    const store = new Store(sandbox, account);
    const ofStack = store.pendings.all().filter(({ urn }) => urn.startsWith(`urn:pulumi:${stack}::${project}::`));
    return ofStack.filter(({ type, region, key }) => store.read(type, region, key) !== undefined);
  });
}
