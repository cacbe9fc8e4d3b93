import { secretPaths, signatureKey } from "../secretPaths";
import { AnalyzerService } from "./analyzerService";

type SecretsOf = (urn: string) => ReadonlySet<string>;

const none: ReadonlySet<string> = new Set();

/**
 * Remembers which properties the engine marks as secret: the SDK takes the marks off before a policy sees them. Must be
 * called before the pack starts. Returns the paths for the resource that was sent last under a URN.
 */
export function watchSecrets(): SecretsOf {
  const byUrn = new Map<string, ReadonlySet<string>>();
  const note = (resource: { getUrn(): string; getProperties(): { toJavaScript(): unknown } | undefined }) => {
    const paths = secretPaths(resource.getProperties()?.toJavaScript());
    if (paths.size > 0) byUrn.set(resource.getUrn(), paths);
  };
  const { analyze, analyzeStack } = AnalyzerService;
  const [one, whole] = [analyze.requestDeserialize, analyzeStack.requestDeserialize];
  // Most requests hold no secret, and looking for the mark among the bytes is quicker than walking the values.
  analyze.requestDeserialize = (bytes) => {
    const request = one(bytes);
    byUrn.delete(request.getUrn());
    if (bytes.includes(signatureKey)) note(request);
    return request;
  };
  analyzeStack.requestDeserialize = (bytes) => {
    const request = whole(bytes);
    byUrn.clear();
    if (bytes.includes(signatureKey)) request.getResourcesList().forEach(note);
    return request;
  };
  return (urn) => byUrn.get(urn) ?? none;
}
