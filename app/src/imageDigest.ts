/**
 * The digest of the running image. An image cannot contain its own digest, and a pipeline that replaces only the image
 * of a task definition leaves its environment variables alone; the ECS metadata endpoint knows what really runs.
 */
export async function readImageDigest(metadataUri: string | undefined): Promise<string | undefined> {
  if (metadataUri === undefined || metadataUri === "") {
    return undefined;
  }
  try {
    const response = await fetch(metadataUri, { signal: AbortSignal.timeout(1_000) });
    return response.ok ? digestIn(await response.json()) : undefined;
  } catch {
    return undefined; // the digest is information: a service that can serve must not fail for it
  }
}

/** The reference that was asked for names the manifest beyond doubt; `ImageID` is the fallback for images run by tag. */
export function digestIn(metadata: unknown): string | undefined {
  const { Image: image, ImageID: imageId } = (metadata ?? {}) as { Image?: unknown; ImageID?: unknown };
  for (const value of [image, imageId]) {
    const found = typeof value === "string" ? /sha256:[0-9a-f]{64}$/.exec(value) : null;
    if (found) {
      return found[0];
    }
  }
  return undefined;
}
