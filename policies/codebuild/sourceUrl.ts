import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { addressOf, holdsCredentials, isGit, sourcesOf, takesConnection } from "./hosting";
import { projectType } from "./types";

const credentialType = "aws:codebuild/sourceCredential:SourceCredential";
const fix = 'Set `auth` to `{ type: "CODECONNECTIONS", resource: <connection ARN> }`.';

export const cbSourceUrl: Control = {
  id: "cb-source-url",
  title: "No credentials in source addresses",
  description:
    "CodeBuild sources must hold no credentials in their address, and reach GitHub and Bitbucket by connection.",
  severity: "critical",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({
    securityHub: "CodeBuild.1",
    controlTower: "CT.CODEBUILD.PR.1",
    cdkNag: "CodeBuildProjectSourceRepoUrl",
  }),
  remediationSteps: "Remove user and token from `location`, and set `auth` to a CodeConnections connection.",
  url: "https://docs.aws.amazon.com/codebuild/latest/userguide/access-tokens.html",
  reads: {
    [projectType]: [
      ...["source.type", "source.location", "source.auth.type"],
      ...["secondarySources.type", "secondarySources.location", "secondarySources.auth.type"],
    ],
    [credentialType]: ["authType", "serverType"],
  },
  check({ props, secrets }, report) {
    report.each(sourcesOf(props), (source) => {
      const auth = source.at("auth", "type");
      report.each([source.at("location")], ({ path }) => {
        if (!isGit(source) || (secrets?.has(path) !== true && !holdsCredentials(addressOf(source)))) return;
        const what = "The address of the source holds credentials";
        report.violation({ at: path, what, fix: `Remove them from \`location\`. ${fix}` });
      });
      if (takesConnection(source) && !auth.isAbsent && auth.string() !== "CODECONNECTIONS") {
        report.violation({ at: auth, what: "The source is not reached through a connection", fix, severity: "high" });
      }
    });
  },
  checkStack(stack, report) {
    // Without `auth` the account's default credential for the host counts, which may be a connection.
    const connected = stack
      .ofType(credentialType)
      .filter(({ props }) => props.at("authType").raw === "CODECONNECTIONS")
      .map(({ props }) => props.at("serverType").raw);
    report.eachResource(stack.ofType(projectType), ({ props }) => {
      report.each(sourcesOf(props), (source) => {
        if (!takesConnection(source) || !source.at("auth", "type").isAbsent) return;
        if (connected.includes(source.at("type").raw)) return;
        const what = "The source is not reached through a connection";
        report.violation({ at: source.at("auth").path, what, fix, severity: "high" });
      });
    });
  },
};
