import { characters, fields, oneOf, wholeNumber } from "../checks";
import type { Call, Refusal } from "../contract";
import { isSet, numberAt, recordsAt, textAt } from "../paths";
import type { Fields } from "../paths";
import type { RuleTable } from "../rules";
import { refusal, when } from "../rules";
import { bucketExists } from "./bucket";

const storageClasses = ["GLACIER", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "DEEP_ARCHIVE", "GLACIER_IR"];
const days = wholeNumber(1, 2147483647);
const actions = [
  ...["abortIncompleteMultipartUpload", "expiration", "noncurrentVersionExpiration"],
  ...["noncurrentVersionTransitions", "transitions"],
];

export const lifecycleRules: RuleTable = {
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": {
    inputs: [
      fields("MalformedXML", {
        "rules[].id": characters(1, 255),
        "rules[].status": oneOf("Enabled", "Disabled"),
        "rules[].transitions[].storageClass": oneOf(...storageClasses),
        "rules[].noncurrentVersionTransitions[].storageClass": oneOf(...storageClasses),
      }),
      fields("InvalidArgument", {
        "rules[].expiration.days": wholeNumber(0, 2147483647),
        "rules[].transitions[].days": wholeNumber(0, 2147483647),
        "rules[].noncurrentVersionExpiration.noncurrentDays": days,
        "rules[].noncurrentVersionTransitions[].noncurrentDays": wholeNumber(0, 2147483647),
        "rules[].abortIncompleteMultipartUpload.daysAfterInitiation": days,
      }),
      refuseRules,
    ],
    account: [bucketExists],
  },
};

function refuseRules({ inputs }: Call): Refusal[] {
  const rules = recordsAt(inputs, "rules[]");
  const ids = rules.map(({ value }) => textAt(value, "id"));
  return rules.flatMap(({ path, value }, index) => [
    ...when(
      ids[index] !== undefined && ids.indexOf(ids[index]) !== index,
      "InvalidArgument",
      `${path}.id`,
      `${path}.id is "${ids[index]}", as in another rule: rule ids must be unique.`,
    ),
    ...when(
      !actions.some((action) => isSet(value, action)),
      "MalformedXML",
      path,
      `${path} does nothing: set at least one of ${actions.join(", ")}.`,
    ),
    ...expirationProblems(value, path),
    ...transitionProblems(value, path),
  ]);
}

function expirationProblems(rule: Fields, path: string): Refusal[] {
  const given = ["days", "date", "expiredObjectDeleteMarker"].filter(
    (name) => isSet(rule, `expiration.${name}`) && rule.expiration !== undefined && !isOff(rule, name),
  );
  return when(
    given.length > 1,
    "MalformedXML",
    `${path}.expiration`,
    `${path}.expiration has ${given.join(" and ")}: keep one.`,
  );
}

/** Zero and false are what the provider writes for "not given". */
function isOff(rule: Fields, name: string): boolean {
  const value = (rule.expiration as Fields)[name];
  return value === false || value === 0;
}

/** STANDARD_IA and ONEZONE_IA take objects of at least 30 days; expiry comes after the last transition. */
function transitionProblems(rule: Fields, path: string): Refusal[] {
  const transitions = recordsAt(rule, "transitions[]");
  const early = transitions.filter(({ value }) => {
    const needsAge = ["STANDARD_IA", "ONEZONE_IA"].includes(textAt(value, "storageClass") ?? "");
    return needsAge && (numberAt(value, "days") ?? 30) < 30;
  });
  const last = Math.max(-1, ...transitions.map(({ value }) => numberAt(value, "days") ?? -1));
  const expiry = numberAt(rule, "expiration.days");
  return [
    ...early.map(({ path: at, value }) =>
      refusal(
        "InvalidArgument",
        `${path}.${at}.days`,
        `${path}.${at}.days is ${String(value.days)}: ${String(value.storageClass)} takes objects of 30 days or more. Use 30 or more.`,
      ),
    ),
    ...when(
      expiry !== undefined && expiry > 0 && expiry <= last,
      "InvalidArgument",
      `${path}.expiration.days`,
      `${path}.expiration.days is ${expiry}: it must be greater than the days of the transitions (${last}).`,
    ),
  ];
}
