import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { conditionFaults } from "./judge/conditionFaults";
import { identityReads } from "./judge/identityDocuments";
import { judgeDocuments } from "./judge/judgedDocuments";
import { permissionsOf } from "./judge/permissions";

export const iamConditionSound: Control = {
  id: "iam-condition-sound",
  title: "Conditions that do something",
  description: "Conditions of Allow statements must narrow what is allowed.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({
    parliament:
      "UNKNOWN_CONDITION_FOR_ACTION UNKNOWN_OPERATOR SINGLE_VALUE_CONDITION_TOO_PERMISSIVE MISMATCHED_TYPE MISMATCHED_TYPE_OPERATION_TO_NULL",
  }),
  remediationSteps:
    "Use a positive operator without IfExists or ForAllValues, a condition key that the actions know, and values of the operator's kind that are not only wildcards.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html",
  reads: identityReads,
  check(resource, reporter, context) {
    judgeDocuments(resource, reporter, context, (document, report) => {
      const permissions = permissionsOf(document);
      const statements = document.statements.filter((statement) => statement.effect.isKnown && statement.allows);
      const nodes = new Map(statements.map((statement) => [statement.node, statement]));
      report.each(nodes.keys(), (node) => {
        const statement = nodes.get(node);
        const grants = permissions.grants.filter((grant) => grant.statement === statement);
        for (const { condition, fault, fix } of statement ? conditionFaults(statement, grants, permissions) : []) {
          report.violation({
            at: condition.node,
            what: `${statement?.label}: ${condition.operator.name} ${condition.key} ${fault}`,
            fix,
            detail: `${condition.operator.name}|${condition.key}`,
          });
        }
      });
    });
  },
};
