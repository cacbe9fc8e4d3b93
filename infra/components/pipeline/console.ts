/** Addresses of AWS's console, and what a person does there. */
const home = (region: string) => `https://${region}.console.aws.amazon.com/codesuite`;

export function consoleUrl(region: string, pipelineName: string): string {
  return `${home(region)}/codepipeline/pipelines/${pipelineName}/view?region=${region}`;
}

export interface NextStepSource {
  readonly connection?: { readonly repositoryId: string; readonly branch?: string };
  readonly codeCommit?: { readonly repositoryName: string; readonly branch?: string };
}

/** What to do after a deployment of the pipeline. */
export function describeNextStep(region: string, connectionStatus: string, source: NextStepSource): string {
  const { connection, codeCommit } = source;
  if (connectionStatus === "PENDING") {
    return `Confirm the connection: open ${home(region)}/settings/connections?region=${region}, select it, choose "Update pending connection".`;
  }
  if (connection) return `Push to ${connection.branch ?? "main"} of ${connection.repositoryId}.`;
  if (codeCommit) return `Push to ${codeCommit.branch ?? "main"} of ${codeCommit.repositoryName}.`;
  return "Let the previous environment promote an image.";
}
