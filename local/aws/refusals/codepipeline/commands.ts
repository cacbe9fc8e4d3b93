import type { Refusal } from "../contract";
import { isUnknown, listAt, valueAt } from "../paths";
import type { FoundRecord } from "../paths";
import { when } from "../rules";

const code = "InvalidActionDeclarationException";

/** Shell commands and the variables they put out. */
export function commandProblems({ path, value }: FoundRecord, provider: string): Refusal[] {
  const commands = listAt(value, "commands");
  const outputs = listAt(value, "outputVariables");
  const takesCommands = ["Commands", "EC2", "EKS"].includes(provider);
  const isEmpty = !isUnknown(value.commands) && (commands?.length ?? 0) === 0;
  return [
    ...when(
      provider === "Commands" && isEmpty,
      code,
      `${path}.commands`,
      `${path}.commands is missing: list 1 to 50 commands.`,
    ),
    ...when(
      commands !== undefined && commands.length > 50,
      code,
      `${path}.commands`,
      `${path}.commands has ${commands?.length} commands: use at most 50.`,
    ),
    ...when(
      !takesCommands && valueAt(value, "commands") !== undefined && (commands?.length ?? 0) > 0,
      code,
      `${path}.commands`,
      `${path}.commands is set and provider is ${provider}: only Compute/Commands runs them.`,
    ),
    ...when(
      outputs !== undefined && outputs.length > 15,
      code,
      `${path}.outputVariables`,
      `${path}.outputVariables has ${outputs?.length} names: use at most 15.`,
    ),
  ];
}
