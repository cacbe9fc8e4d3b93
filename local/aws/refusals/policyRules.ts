import { policyProblems } from "./policyDocument";
import { policyLength } from "./policyText";
import type { PolicyKind } from "./policyDocument";
import { missingPrincipals, principalFormProblems } from "./policyPrincipals";
import { isUnchanged, valuesAt } from "./paths";
import type { Rule } from "./rules";
import { refusal, withPaths } from "./rules";

/** A rule: the policy at the path follows the grammar. */
export function policy(code: string, path: string, kind: PolicyKind): Rule {
  return withPaths([path], (call) =>
    valuesAt(call.inputs, path).flatMap(({ path: at, value }) =>
      [...policyProblems(value, kind), ...principalFormProblems(value)].map((problem) =>
        refusal(code, at, `${at} is not an acceptable policy: ${problem}.`),
      ),
    ),
  );
}

/** A rule: the policy at the path is not longer than the service allows. */
export function policySize(code: string, path: string, limit: number, withoutWhitespace = false): Rule {
  return withPaths([path], (call) =>
    valuesAt(call.inputs, path).flatMap(({ path: at, value }) => {
      const length = policyLength(value, withoutWhitespace);
      if (length <= limit) return [];
      const message = `${at} has ${length} characters and the limit is ${limit}: split it, or name resources by wildcard.`;
      return [refusal(code, at, message)];
    }),
  );
}

/** A rule: the roles and users of the own account that the policy names exist. */
export function policyPrincipalsExist(code: string, path: string): Rule {
  return withPaths([path], (call) =>
    valuesAt(call.inputs, path).flatMap(({ path: at, value }) =>
      (isUnchanged(call, at) ? [] : missingPrincipals(call, value)).map((problem) =>
        refusal(code, at, `${at} is not acceptable: ${problem}.`),
      ),
    ),
  );
}
