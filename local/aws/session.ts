import { FAULTS_VARIABLE } from "./faultFile";
import { Faults } from "./faults";
import { sandboxDirectory } from "./guard";
import { findPackage } from "./package";
import type { Refuse } from "./account";
import { Schemas } from "./schemas";

/** What one provider process works with. */
export interface Session {
  readonly sandbox: string;
  readonly version: string;
  readonly schemas: Schemas;
  readonly faults: Faults;
  readonly refuse: Refuse;
}

export function openSession(environment: NodeJS.ProcessEnv, refuse: Refuse): Session {
  const sandbox = sandboxDirectory(environment);
  const sdk = findPackage("@pulumi/aws", [process.cwd(), __dirname, sandbox]);
  return {
    sandbox,
    version: sdk.version,
    schemas: new Schemas(sdk, sandbox),
    faults: new Faults(environment[FAULTS_VARIABLE], sandbox),
    refuse,
  };
}
