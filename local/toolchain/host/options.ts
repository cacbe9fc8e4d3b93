/** The `runtime.options` of Pulumi.yaml, PulumiPolicy.yaml or PulumiPlugin.yaml that this host knows. */
export interface RuntimeOptions {
  readonly typescript: boolean;
  readonly tsconfig?: string;
  readonly nodeArguments: readonly string[];
  readonly packageManager: PackageManagerName | "auto";
  readonly production: boolean;
}

const packageManagers = ["npm", "yarn", "pnpm", "bun"] as const;
export type PackageManagerName = (typeof packageManagers)[number];

export function parseRuntimeOptions(options: Readonly<Record<string, unknown>>): RuntimeOptions {
  const packageManager = text(options, "packagemanager") ?? "auto";
  if (packageManager !== "auto" && !isPackageManager(packageManager)) {
    throw new Error(`Runtime option packagemanager is "${packageManager}". Use auto, ${packageManagers.join(", ")}.`);
  }
  return {
    typescript: flag(options, "typescript") ?? true,
    tsconfig: text(options, "tsconfig"),
    nodeArguments: splitArguments(text(options, "nodeargs") ?? ""),
    packageManager,
    production: flag(options, "production") ?? false,
  };
}

/** The variables that tell the SDK's start scripts how to load TypeScript. */
export function typescriptEnvironment(options: RuntimeOptions): NodeJS.ProcessEnv {
  return {
    ...(options.typescript ? { PULUMI_NODEJS_TYPESCRIPT: "true" } : {}),
    ...(options.tsconfig ? { PULUMI_NODEJS_TSCONFIG_PATH: options.tsconfig } : {}),
  };
}

/** Splits as a shell would, without expansions: blanks separate, quotes and backslashes protect. */
export function splitArguments(line: string): string[] {
  const words: string[] = [];
  const pattern = /((?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+)|(\S)/gs;
  for (const match of line.matchAll(pattern)) {
    if (match[2] !== undefined) {
      throw new Error(`Runtime option nodeargs is ${JSON.stringify(line)}: a quote is not closed.`);
    }
    words.push(unquote(match[1]!));
  }
  return words;
}

function unquote(word: string): string {
  return word.replace(
    /"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)/gs,
    (_, double?: string, single?: string, escaped?: string) =>
      double?.replace(/\\(["\\])/g, "$1") ?? single ?? escaped ?? "",
  );
}

function isPackageManager(name: string): name is PackageManagerName {
  return (packageManagers as readonly string[]).includes(name);
}

function text(options: Readonly<Record<string, unknown>>, name: string): string | undefined {
  return typed(options, name, "string") as string | undefined;
}

function flag(options: Readonly<Record<string, unknown>>, name: string): boolean | undefined {
  return typed(options, name, "boolean") as boolean | undefined;
}

function typed(options: Readonly<Record<string, unknown>>, name: string, type: "string" | "boolean"): unknown {
  const value = options[name];
  if (value !== undefined && typeof value !== type) {
    throw new Error(`Runtime option ${name} is ${JSON.stringify(value)}. Set it to a ${type}.`);
  }
  return value;
}
