import { serviceName } from "../documents/principals";
import { readDocument } from "../iam/judge/identityDocuments";
import type { Control, Reporter } from "../shared/control";
import type { StackResource } from "../shared/resource";
import { isForProject } from "./projectCondition";
import { projectType } from "./types";

const roleType = "aws:iam/role:Role";
const fix = "Trust `codebuild.amazonaws.com` alone, with `aws:SourceArn` the ARN of this project.";

export const cbRoleScoped: Control = {
  id: "cb-role-scoped",
  title: "A build role serves one project",
  description: "The role of a CodeBuild project must be of the same stack and trust CodeBuild for this project only.",
  severity: "high",
  levels: { dev: "advisory", prod: "mandatory" },
  references: [],
  remediationSteps:
    "Create the role in the stack; trust codebuild.amazonaws.com with a condition on `aws:SourceArn` that names the project.",
  url: "https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html",
  reads: { [projectType]: ["serviceRole", "name"], [roleType]: ["assumeRolePolicy"] },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(projectType), (project) => {
      const property = project.props.at("serviceRole");
      const role = stack.target(project, "serviceRole", [roleType]);
      if (role) {
        judgeTrust(role, project, report);
        return;
      }
      // Reading it makes the finding when it is unknown.
      property.string();
      const what = "The role is not of this stack: nobody sees here who else may use it";
      report.violation({ at: property, what, fix: `Create the role in this stack. ${fix}` });
    });
  },
};

function judgeTrust(role: StackResource, project: StackResource, report: Reporter): void {
  const reading = readDocument(role.props.at("assumeRolePolicy"));
  if ("undecided" in reading) throw reading.undecided;
  // iam-document says that it does not parse.
  if (!("document" in reading)) return;
  for (const statement of reading.document.statements.filter(({ allows }) => allows)) {
    const others = statement.principals.filter(
      ({ type, value }) => type !== "Service" || serviceName(value.string() ?? "") !== "codebuild.amazonaws.com",
    );
    const strangers = others.length > 0 || statement.has("NotPrincipal");
    if (!strangers && isForProject(statement, project)) continue;
    const who = strangers ? "others than CodeBuild" : "other projects";
    const what = `In ${statement.label} of its trust policy, ${who} may take the role`;
    report.violation({ at: statement.node.path, on: role, what, fix });
  }
}
