// Judges a folder of CloudFormation templates with every rule that cdk-nag exports, each once: more than any one of
// its packs. Writes the names of the rules that speak, by template, as JSON. Runs as a process of its own, so that
// nothing else depends on the CDK.
const { readdirSync } = require("node:fs");
const { join } = require("node:path");
const { App, Stack } = require("aws-cdk-lib");
const { CfnInclude } = require("aws-cdk-lib/cloudformation-include");
const { NagMessageLevel, NagPack, rules } = require("cdk-nag");

const everyRule = Object.values(rules).flatMap((service) => Object.values(service));

class EveryRule extends NagPack {
  name = "EveryRule";
  packName = "EveryRule";

  checkResource(node) {
    for (const rule of everyRule) {
      this.applyRule({ info: rule.name, explanation: "", level: NagMessageLevel.ERROR, rule, node });
    }
  }
}

function judge(app, templateFile, index) {
  const stack = new Stack(app, `stack-${index}`);
  new CfnInclude(stack, "template", { templateFile });
  const { violations } = new EveryRule(app).validateScope(stack);
  // "EveryRule-IAMNoWildcardPermissions[Action::s3:*]"
  const names = violations.map(({ ruleName }) => ruleName.replace(/^EveryRule-/, "").replace(/\[.*$/s, ""));
  return [...new Set(names)];
}

const folder = process.argv[2];
const app = new App();
const found = {};
for (const [index, file] of readdirSync(folder).entries()) {
  found[file.replace(/\.json$/, "")] = judge(app, join(folder, file), index);
}
console.log(JSON.stringify(found));
