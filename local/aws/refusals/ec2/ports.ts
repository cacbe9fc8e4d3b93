import { show } from "../checks";
import type { Refusal } from "../contract";
import { isSet, numberAt, textAt } from "../paths";
import type { Fields } from "../paths";
import { refusal, when } from "../rules";

const code = "InvalidParameterValue";
const protocols = ["-1", "all", "tcp", "udp", "icmp", "icmpv6"];
const withPorts = ["tcp", "udp", "6", "17"];

/** Protocol and port range of one rule, in any of the three shapes that rules have. */
export function portProblems(rule: Fields, path: string, protocolField: string): Refusal[] {
  const at = (name: string): string => (path === "" ? name : `${path}.${name}`);
  const protocol = textAt(rule, protocolField)?.toLowerCase();
  const from = numberAt(rule, "fromPort");
  const to = numberAt(rule, "toPort");
  if (protocol === undefined) return [];
  const isAll = protocol === "-1" || protocol === "all";
  const isKnown = protocols.includes(protocol) || (/^\d+$/.test(protocol) && Number(protocol) <= 255);
  const missing = ["fromPort", "toPort"].filter((name) => !isSet(rule, name));
  if (!isKnown)
    return [
      refusal(
        code,
        at(protocolField),
        `${at(protocolField)} is ${show(protocol)}: use ${protocols.join(", ")} or a protocol number.`,
      ),
    ];
  if (isAll)
    return when(
      (from ?? 0) > 0 || (to ?? 0) > 0,
      code,
      at("fromPort"),
      `${at("fromPort")} and ${at("toPort")} are ${from} and ${to}: with protocol ${protocol} both must be 0 or left out.`,
    );
  if (!withPorts.includes(protocol)) return [];
  const outside = [from, to].some((port) => port !== undefined && (port < 0 || port > 65535));
  return [
    ...missing.map((name) =>
      refusal("MissingParameter", at(name), `${at(name)} is missing: protocol ${protocol} needs it.`),
    ),
    ...when(
      outside,
      code,
      at("fromPort"),
      `${at("fromPort")} to ${at("toPort")} is ${from} to ${to}: ports are 0 to 65535.`,
    ),
    ...when(
      from !== undefined && to !== undefined && from > to,
      "InvalidParameterValue",
      at("fromPort"),
      `${at("fromPort")} is ${from} and ${at("toPort")} is ${to}: the range must not run backwards.`,
    ),
  ];
}
