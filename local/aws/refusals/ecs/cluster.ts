import { fields, items, named, oneOf, wholeNumber } from "../checks";
import type { Call, Refusal } from "../contract";
import { isSet, recordsAt, textAt, valuesAt } from "../paths";
import { exists, find, unused } from "../references";
import type { RuleTable } from "../rules";
import { refusal, when } from "../rules";

const code = "InvalidParameterException";
export const clusterType = "aws:ecs/cluster:Cluster";
export const capacityProvidersType = "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders";
const providerType = "aws:ecs/capacityProvider:CapacityProvider";
const builtIn = ["FARGATE", "FARGATE_SPOT"];
const serviceUse = { type: "aws:ecs/service:Service", paths: ["cluster"] };

export const clusterRules: RuleTable = {
  [clusterType]: {
    inputs: [
      fields(code, {
        name: named(1, 255, /^[A-Za-z0-9_-]+$/, "letters, digits, - and _ only"),
        "settings[].name": oneOf("containerInsights"),
        "settings[].value": oneOf("enhanced", "enabled", "disabled"),
        "configuration.executeCommandConfiguration.logging": oneOf("NONE", "DEFAULT", "OVERRIDE"),
      }),
      refuseOverride,
    ],
    removal: [unused("ClusterContainsServicesException", "cluster", serviceUse)],
  },
  [capacityProvidersType]: {
    inputs: [
      fields(code, {
        capacityProviders: items(0, 20),
        "defaultCapacityProviderStrategies[].base": wholeNumber(0, 100000),
        "defaultCapacityProviderStrategies[].weight": wholeNumber(0, 1000),
      }),
      (call) => strategyProblems(call, "defaultCapacityProviderStrategies"),
      refuseForeignStrategy,
    ],
    account: [exists("ClusterNotFoundException", "clusterName", "cluster", clusterType), refuseMissingProviders],
  },
};

function refuseOverride({ inputs }: Call): Refusal[] {
  const at = "configuration.executeCommandConfiguration";
  return when(
    textAt(inputs, `${at}.logging`) === "OVERRIDE" && !isSet(inputs, `${at}.logConfiguration`),
    code,
    `${at}.logConfiguration`,
    `${at}.logConfiguration is missing: logging OVERRIDE needs it.`,
  );
}

/** Only one base, and not all weights zero. */
export function strategyProblems({ inputs }: Call, path: string): Refusal[] {
  const parts = recordsAt(inputs, `${path}[]`).map(({ value }) => value);
  const bases = parts.filter((one) => Number(one.base) > 0);
  const weights = parts.map((one) => one.weight ?? 0);
  return [
    ...when(bases.length > 1, code, path, `${path} has a base on ${bases.length} providers: only one may have a base.`),
    ...when(
      parts.length > 1 && weights.every((weight) => weight === 0),
      code,
      path,
      `${path} has only weights of 0: give at least one provider a weight.`,
    ),
  ];
}

function refuseForeignStrategy({ inputs }: Call): Refusal[] {
  const known = valuesAt(inputs, "capacityProviders[]").map(({ value }) => value);
  if (!Array.isArray(inputs.capacityProviders) || known.length !== inputs.capacityProviders.length) return [];
  return valuesAt(inputs, "defaultCapacityProviderStrategies[].capacityProvider")
    .filter(({ value }) => !known.includes(value))
    .map(({ path, value }) =>
      refusal(code, path, `${path} is "${String(value)}": it is not in capacityProviders. Add it there.`),
    );
}

function refuseMissingProviders(call: Call): Refusal[] {
  return valuesAt(call.inputs, "capacityProviders[]").flatMap(({ path, value }) => {
    const name = String(value);
    if (builtIn.includes(name) || find(call, [providerType], name) !== undefined) return [];
    return [
      refusal(
        code,
        path,
        `${path} is "${name}": there is no such capacity provider. Use ${builtIn.join(" or ")}, or create it.`,
      ),
    ];
  });
}
