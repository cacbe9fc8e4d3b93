import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { isReading } from "./judge/breadth";
import { detailOf, eachGrant } from "./judge/eachGrant";
import { identityReads } from "./judge/identityDocuments";
import { documentedGlobs } from "./judge/overrides";
import { narrowed, someOf } from "./judge/suggestion";

export const iamNoWriteWildcard: Control = {
  id: "iam-no-write-wildcard",
  title: "No wildcard over actions that change something",
  description: "Wildcards in the actions of identity policies must stand for reading and listing only.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({ cdkNag: "IAM5", trivy: "AWS-0346" }),
  remediationSteps:
    "Write out the actions that change something: a wildcard also allows what AWS adds to the service later.",
  url: "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
  reads: identityReads,
  check(resource, reporter, context) {
    eachGrant(resource, reporter, context, ({ kind, leaf, text, statement, actions }, _, report) => {
      if (kind !== "some" || documentedGlobs.has(text.toLowerCase())) return;
      const writing = actions.filter((action) => !isReading(action)).map(({ name }) => name);
      if (writing.length === 0) return;
      const others = statement.actions
        .filter((other) => other.isKnown && other.raw !== leaf.raw)
        .map(({ raw }) => String(raw));
      report.violation({
        at: leaf,
        what: `${statement.label} allows ${text}, which changes things: ${someOf(writing)}`,
        fix: `Write out what is needed of ${text}, for instance \`${narrowed(statement, { actions: [...others, ...writing.slice(0, 3)] })}\`.`,
        detail: detailOf(text, statement.resources[0]?.isKnown ? String(statement.resources[0].raw) : ""),
      });
    });
  },
};
