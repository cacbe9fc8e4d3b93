import { readFileSync, writeFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import manifest from "../package.json";
import { withCatalogue } from "./catalogue";
import { exemptionSchema } from "../shared/exemptions/schema";
import { check } from "./check";
import { explain } from "./explain";
import { list } from "./list";
import { UsageError } from "./usageError";

const program = new Command("container-delivery-policies")
  .description(manifest.description)
  .version(manifest.version)
  .showHelpAfterError()
  // Its own code for a wrong command line is 1: here that says that something mandatory was found.
  .exitOverride();

program
  .command("explain")
  .description("what a control looks at, why, and what to do about it")
  .argument("<control>", "its id, e.g. ecr-scan-on-push; or the rule's id elsewhere, e.g. CKV_AWS_163; or settings")
  .action((id: string) => console.log(explain(id)));

program
  .command("list")
  .description("all controls with severity and levels")
  .option("--json", "as JSON")
  .option("--update <file>", "writes them into a Markdown file, between its two catalogue marks")
  .action((options: { json?: boolean; update?: string }) => {
    if (options.update === undefined) return console.log(list(options.json ?? false));
    writeFileSync(options.update, withCatalogue(readFileSync(options.update, "utf8")));
  });

program
  .command("schema")
  .description("the JSON schema of the exemption file, for editors")
  .action(() => console.log(JSON.stringify(exemptionSchema, null, 2)));

program
  .command("check")
  .description("judges an exported stack or a preview, without an engine")
  .argument(
    "<file>",
    "from `pulumi stack export --show-secrets` or `pulumi preview --json --show-sames`; - reads standard input",
  )
  .option("--config <file>", "the policy pack's configuration, as for `pulumi --policy-pack-config`")
  .option("--stack-config <file>", "the stack's configuration, e.g. Pulumi.dev.yaml")
  .option("--environment <name>", "the environment that the stack is; by default what its name says")
  .option("--exemptions <file>", "the file with the reviewed exemptions")
  .option("--json [file]", "writes the report as JSON; without a file to standard output")
  .option("--sarif [file]", "the same as SARIF 2.1.0")
  .option("--html [file]", "the same as one page of HTML")
  .addHelpText(
    "after",
    "\nEnds with 0 when nothing mandatory was found, with 1 when something was, with 2 when it could not judge.",
  )
  .action(async (file: string, options: Parameters<typeof check>[1]) => {
    const { text, passed } = await check(file, options);
    if (text !== "") console.log(text);
    process.exitCode = passed ? 0 : 1;
  });

program.parseAsync().catch((error: unknown) => {
  if (!(error instanceof CommanderError)) console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : 2;
});
