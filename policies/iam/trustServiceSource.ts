import { mayBeOwn } from "../documents/accounts";
import { textOf } from "../documents/conditions";
import { servicePrincipals, unknownServices } from "../documents/principals";
import { narrowingConditions, sourceOf } from "../documents/sources";
import type { Statement } from "../documents/statement";
import type { Control } from "../shared/control";
import type { Settings } from "../shared/settings";
import { confusablePrincipals, confusableServices } from "./judge/confusableServices";
import { eachTrust, trustReads } from "./judge/trust";

export const iamTrustServiceSource: Control = {
  id: "iam-trust-service-source",
  title: "Services act for the own account only",
  description: "Trust policies must limit services that act for many customers to the own account or one resource.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: [],
  remediationSteps:
    "Add StringEquals aws:SourceAccount with the own account, or ArnLike aws:SourceArn with the resource.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html#cross-service-confused-deputy-prevention",
  reads: trustReads,
  check(resource, report, { settings }) {
    eachTrust(resource, report, (statement) => {
      const services = confusablePrincipals(statement);
      report.each(unknownServices(statement), (node) => {
        if (sourceOf(statement, settings) !== "own") node.value();
      });
      if (services.length === 0) return;
      const source = sourceOf(statement, settings);
      if (source === "own" || (source === undefined && isForOwnStream(statement, settings))) return;
      const account = settings.ownAccounts[0] ?? "<account>";
      for (const { service, node } of services) {
        report.violation({
          at: source === "wrong" ? statement.node.at("Condition") : node,
          what:
            source === "wrong"
              ? `${statement.label} lets ${service} assume the role for another account than the own one`
              : `${statement.label} lets ${service} assume the role on behalf of any account`,
          fix: `Set \`"Condition":{"StringEquals":{"aws:SourceAccount":"${account}"}}\`. See ${confusableServices[service]}`,
          detail: `sts:AssumeRole|${service}`,
        });
      }
    });
  },
};

/** Firehose sends the account that a stream belongs to as external id: AWS documents that condition for its roles. */
function isForOwnStream(statement: Statement, settings: Settings): boolean {
  return (
    servicePrincipals(statement).every(({ service }) => service === "firehose.amazonaws.com") &&
    narrowingConditions(statement, ["sts:externalid"]).some(({ values }) =>
      values.every((value) => /^\d{12}$/.test(textOf(value)) && mayBeOwn(textOf(value), settings)),
    )
  );
}
