import { fields, items, matches, named, oneOf } from "../checks";
import type { Call, Refusal } from "../contract";
import { recordsAt, textAt } from "../paths";
import { policy, policySize } from "../policyRules";
import type { RuleTable } from "../rules";
import { refusal, when } from "../rules";

const code = "InvalidParameterException";
const wildcard = /^[a-z0-9*](?:[._\-/a-z0-9*]?[a-z0-9*]+)*$/;

export const registryRules: RuleTable = {
  "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration": {
    inputs: [
      fields(code, {
        scanType: oneOf("BASIC", "ENHANCED"),
        rules: items(0, 2),
        "rules[].scanFrequency": oneOf("SCAN_ON_PUSH", "CONTINUOUS_SCAN", "MANUAL"),
        "rules[].repositoryFilters": items(0, 100),
        "rules[].repositoryFilters[].filter": named(1, 255, wildcard, "a repository name with * as wildcard"),
        "rules[].repositoryFilters[].filterType": oneOf("WILDCARD"),
      }),
      refuseScanFrequency,
    ],
  },
  "aws:ecr/replicationConfiguration:ReplicationConfiguration": {
    inputs: [
      fields(code, {
        "replicationConfiguration.rules": items(0, 25),
        "replicationConfiguration.rules[].destinations": items(0, 100),
        "replicationConfiguration.rules[].destinations[].region": named(
          2,
          25,
          /^[0-9a-z-]+$/,
          "a region such as eu-west-1",
        ),
        "replicationConfiguration.rules[].destinations[].registryId": matches(/^\d{12}$/, "a 12-digit account id"),
        "replicationConfiguration.rules[].repositoryFilters": items(1, 100),
        "replicationConfiguration.rules[].repositoryFilters[].filterType": oneOf("PREFIX_MATCH"),
        "replicationConfiguration.rules[].repositoryFilters[].filter": named(
          2,
          256,
          /^(?:[a-z0-9]+(?:[._-][a-z0-9]*)*\/)*[a-z0-9]*(?:[._-][a-z0-9]*)*$/,
          "the beginning of a repository name, without wildcard",
        ),
      }),
      refuseReplicationToSelf,
    ],
  },
  "aws:ecr/registryPolicy:RegistryPolicy": {
    inputs: [policy(code, "policy", "resource"), policySize(code, "policy", 10240)],
  },
  "aws:ecr/accountSetting:AccountSetting": { inputs: [refuseSetting] },
};

function refuseScanFrequency({ inputs }: Call): Refusal[] {
  const scanType = textAt(inputs, "scanType");
  return recordsAt(inputs, "rules[]").flatMap(({ path, value }) => {
    const frequency = textAt(value, "scanFrequency");
    const wrong = scanType === "BASIC" ? "CONTINUOUS_SCAN" : scanType === "ENHANCED" ? "MANUAL" : undefined;
    if (wrong === undefined || frequency !== wrong) return [];
    const right =
      scanType === "BASIC" ? "SCAN_ON_PUSH or MANUAL, or scanType ENHANCED" : "SCAN_ON_PUSH or CONTINUOUS_SCAN";
    const message = `${path}.scanFrequency is ${frequency} and scanType is ${scanType}: use ${right}.`;
    return [refusal("ValidationException", `${path}.scanFrequency`, message)];
  });
}

function refuseReplicationToSelf(call: Call): Refusal[] {
  const region = textAt(call.inputs, "region") ?? call.region;
  return recordsAt(call.inputs, "replicationConfiguration.rules[].destinations[]").flatMap(({ path, value }) =>
    when(
      value.region === region && value.registryId === call.account,
      code,
      path,
      `${path} is the registry itself (${call.account}, ${region}): name another region or account.`,
    ),
  );
}

function refuseSetting({ inputs }: Call): Refusal[] {
  const values: Record<string, string[]> = {
    BASIC_SCAN_TYPE_VERSION: ["AWS_NATIVE"],
    REGISTRY_POLICY_SCOPE: ["V1", "V2"],
    BLOB_MOUNTING: ["ENABLED", "DISABLED"],
  };
  const name = textAt(inputs, "name");
  const value = textAt(inputs, "value");
  const allowed = name === undefined ? undefined : values[name];
  if (name !== undefined && allowed === undefined)
    return [refusal(code, "name", `name is "${name}": use one of ${Object.keys(values).join(", ")}.`)];
  if (allowed === undefined || value === undefined || allowed.includes(value)) return [];
  return [refusal(code, "value", `value is "${value}": for ${name} use one of ${allowed.join(", ")}.`)];
}
