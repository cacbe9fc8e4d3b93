import { isIP } from "node:net";
import { hasVariable } from "../../documents/conditions";
import type { Operator } from "../../documents/operators";

interface Form {
  readonly fits: (text: string) => boolean;
  readonly called: string;
  readonly example: string;
}

const isTruth = (text: string) => /^(true|false)$/i.test(text);
const truth = { called: "truth value", example: "true or false" };

/**
 * What the operators compare that are not about texts. What has another form is compared with nothing. Of these, `Bool`
 * alone takes policy variables: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
const forms: Partial<Readonly<Record<Operator["family"], Form>>> = {
  numeric: { fits: (text) => /^[+-]?\d+(\.\d+)?$/.test(text), called: "number", example: "a number such as 3600" },
  date: { fits: isDate, called: "date", example: "a date such as 2030-01-31T00:00:00Z" },
  bool: { ...truth, fits: (text) => isTruth(text) || hasVariable(text) },
  null: { ...truth, fits: isTruth },
  ip: { fits: isRange, called: "address range", example: "an address range such as 203.0.113.0/24" },
};

/** The fault and its fix when a value has a form that the operator does not know. */
export function misfit({ family }: Operator, texts: readonly string[]): [fault: string, fix: string] | undefined {
  const form = forms[family];
  const odd = form && texts.find((text) => !form.fits(text.trim()));
  if (!form || odd === undefined) return undefined;
  return [`has the value ${odd.slice(0, 80)}, which is no ${form.called}`, `Write ${form.example}.`];
}

/** ISO 8601, or seconds since 1970. */
function isDate(text: string): boolean {
  return /^\d+$/.test(text) || !Number.isNaN(Date.parse(text));
}

function isRange(text: string): boolean {
  const [address = "", length = "0", ...rest] = text.split("/");
  const version = isIP(address);
  const longest = version === 4 ? 32 : 128;
  return version !== 0 && rest.length === 0 && /^\d{1,3}$/.test(length) && Number(length) <= longest;
}
