import * as pb from "@pulumi/pulumi/proto/provider_pb";
import type { Target } from "./account";
import type { Difference } from "./diff";
import type { Kind } from "./differences";
import type { Autonaming } from "./naming";
import type { Refusal } from "./refusals/contract";

interface Request {
  getUrn(): string;
  getType(): string;
}

const MODES = ["propose", "enforce", "disable"] as const;
const { Kind: PropertyKind } = pb.PropertyDiff;
const KINDS: Readonly<Record<Kind, [pb.PropertyDiff.Kind, pb.PropertyDiff.Kind]>> = {
  add: [PropertyKind.ADD, PropertyKind.ADD_REPLACE],
  delete: [PropertyKind.DELETE, PropertyKind.DELETE_REPLACE],
  update: [PropertyKind.UPDATE, PropertyKind.UPDATE_REPLACE],
};

export function target(request: Request): Target {
  const urn = request.getUrn();
  return { urn, type: request.getType() || urn.split("::")[2]?.split("$").pop() || "" };
}

export function autonamingOf(request: pb.CheckRequest): Autonaming | undefined {
  const options = request.getAutonaming();
  if (options === undefined) return undefined;
  return { mode: MODES[options.getMode()] ?? "propose", proposed: options.getProposedName() };
}

export function failure(refusal: Refusal): pb.CheckFailure {
  const reason = `${refusal.code}: ${refusal.message}`;
  return new pb.CheckFailure().setProperty(refusal.property ?? "").setReason(reason);
}

export function differenceMessage(difference: Difference): pb.DiffResponse {
  const { DIFF_NONE, DIFF_SOME } = pb.DiffResponse.DiffChanges;
  const response = new pb.DiffResponse()
    .setChanges(difference.changed.length > 0 ? DIFF_SOME : DIFF_NONE)
    .setDiffsList([...difference.changed])
    .setReplacesList([...difference.replaces])
    .setDeletebeforereplace(difference.deleteBeforeReplace)
    .setHasdetaileddiff(true);
  const details = response.getDetaileddiffMap();
  for (const [path, { kind, replaces }] of difference.paths) {
    details.set(path, new pb.PropertyDiff().setKind(KINDS[kind][replaces ? 1 : 0]).setInputdiff(true));
  }
  return response;
}
