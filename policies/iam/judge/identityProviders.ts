import { type Issuer, issuers, unknownIssuer } from "./tokenIssuers";

/** Who issues the tokens of this host. A server under a name of its own shows by the subjects of its tokens. */
export function issuerOf(host: string, subjects: readonly string[] = []): Issuer {
  return (
    issuers.find((issuer) => issuer.host.test(host)) ??
    issuers.find(({ shape }) => shape && subjects.length > 0 && subjects.every((subject) => shape.test(subject))) ??
    unknownIssuer
  );
}

/** Whether a provider for this host may accept tokens for this client. */
export function isDocumentedClient(client: string, host: string): boolean {
  // STS under its name in any region and partition.
  if (/^sts\.([a-z0-9-]+\.)?amazonaws\.com(\.cn)?$/.test(client)) return true;
  return issuerOf(host).isClient?.(client, host) ?? false;
}

/** The host in `arn:aws:iam::123456789012:oidc-provider/host/path`, or a web identity provider named by its host. */
export function hostOf(federated: string): string | undefined {
  const marker = ":oidc-provider/";
  const at = federated.indexOf(marker);
  if (at >= 0) return federated.slice(at + marker.length).toLowerCase();
  return federated.startsWith("arn:") ? undefined : federated.toLowerCase();
}
