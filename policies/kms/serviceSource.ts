import { everyAction } from "../documents/actions";
import { covers } from "../documents/glob";
import { servicePrincipals, unknownServices } from "../documents/principals";
import { eachStatement } from "../documents/resourceDocument";
import type { Statement } from "../documents/statement";
import type { Control } from "../shared/control";
import { comesByMessage, keySource } from "./contextSource";
import { keyDocument, keyReads } from "./keyDocument";

/**
 * EventBridge publishes to encrypted topics without a source, and a condition on one shuts it out.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
 */
const sendsNoSource = ["events.amazonaws.com"];

export const kmsServiceSource: Control = {
  id: "kms-service-source",
  title: "Services use keys for the own account only",
  description: "AWS services in key policies must be limited to the own account's resources.",
  severity: "high",
  levels: { dev: "advisory", prod: "mandatory" },
  references: [],
  remediationSteps:
    "Give the statement a condition: aws:SourceArn or aws:SourceAccount, or for CloudWatch Logs kms:EncryptionContext:aws:logs:arn with the log groups' ARN.",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/least-privilege.html#least-privilege-source-arn",
  reads: keyReads,
  check(resource, report, { settings }) {
    const document = keyDocument(resource, report);
    if (!document) return;
    eachStatement(document, report, (statement) => {
      if (!statement.allows || comesByMessage(statement) || onlyLooks(statement)) return;
      report.each(unknownServices(statement), (node) => {
        if (keySource(statement, settings) !== "own") node.value();
      });
      for (const { service, node } of servicePrincipals(statement)) {
        const source = keySource(statement, settings);
        if (source === "own" || (source === undefined && sendsNoSource.includes(service))) continue;
        report.violation({
          at: node,
          what: `${statement.label} lets ${service} use the key for ${source === "wrong" ? "another account" : "whichever account asks"}`,
          fix: "Add a condition on `aws:SourceArn` or `aws:SourceAccount` with the own account.",
        });
      }
    });
  },
};

/** What describes the key lets nobody use it: DynamoDB and others ask it without a source. */
const looking = ["kms:describe*", "kms:get*", "kms:list*"];

function onlyLooks(statement: Statement): boolean {
  return everyAction(statement, (action) => looking.some((pattern) => covers(pattern, action)));
}
