// Judges a folder of CloudFormation templates with every rule that cdk-nag exports, each once: more than any one of
// its packs. Writes which rules looked at something and which spoke, by template, as JSON. Runs as a process of its
// own, so that nothing else depends on the CDK.
const { readdirSync } = require("node:fs");
const { join } = require("node:path");
const { App, Stack } = require("aws-cdk-lib");
const { CfnInclude } = require("aws-cdk-lib/cloudformation-include");
const { NagMessageLevel, NagPack, NagRuleCompliance, rules } = require("cdk-nag");

const everyRule = Object.values(rules).flatMap((service) => Object.values(service));

class EveryRule extends NagPack {
  name = "EveryRule";
  packName = "EveryRule";
  looked = new Set();

  checkResource(node) {
    for (const rule of everyRule) {
      const watched = (resource) => this.watch(rule, resource);
      Object.defineProperty(watched, "name", { value: rule.name });
      this.applyRule({ info: rule.name, explanation: "", level: NagMessageLevel.ERROR, rule: watched, node });
    }
  }

  /** A rule that breaks has looked, too: the pack reports it. */
  watch(rule, resource) {
    let result;
    try {
      result = rule(resource);
      return result;
    } finally {
      if (result !== NagRuleCompliance.NOT_APPLICABLE) this.looked.add(rule.name);
    }
  }
}

function judge(app, templateFile, index) {
  const stack = new Stack(app, `stack-${index}`);
  new CfnInclude(stack, "template", { templateFile });
  const pack = new EveryRule(app);
  const { violations } = pack.validateScope(stack);
  // "EveryRule-IAMNoWildcardPermissions[Action::s3:*]"
  const names = violations.map(({ ruleName }) => ruleName.replace(/^EveryRule-/, "").replace(/\[.*$/s, ""));
  return { looked: [...pack.looked], found: [...new Set(names)] };
}

const folder = process.argv[2];
const app = new App();
const verdicts = {};
for (const [index, file] of readdirSync(folder).entries()) {
  const name = file.replace(/\.json$/, "");
  try {
    verdicts[name] = judge(app, join(folder, file), index);
  } catch {
    // The CDK cannot read the template: a document such as an empty list is none to it.
    verdicts[name] = { looked: [], found: [] };
  }
}
console.log(JSON.stringify(verdicts));
