import { quote } from "../shared/shell";

export interface ImageScriptOptions {
  /** Build arguments beside COMMIT and VERSION. */
  readonly buildArguments: Record<string, string>;
  /** Image of the SBOM scanner. Defaults to the one that BuildKit brings. */
  readonly sbomImage?: string;
}

/** Where the image script leaves the digest for the commands after it. */
export const digestFile = "/tmp/image-digest";

/**
 * Builds and pushes `release-<commit>` and writes its digest to `digestFile`.
 * A commit that was built before is not built again: its tag is immutable, and the digest that was tested is the
 * one to deliver. Everything that varies by project comes from environment variables, never from text pasted in here.
 */
export function imageScript(options: ImageScriptOptions): string {
  const extra = Object.entries(options.buildArguments).map(
    ([name, value]) => `--build-arg ${quote(`${name}=${value}`)}`,
  );
  const sbom = options.sbomImage === undefined ? "type=sbom" : `type=sbom,generator=${options.sbomImage}`;
  return String.raw`
if ! [[ "$COMMIT" =~ ^[0-9a-f]{7,64}$ ]]; then
  echo "COMMIT is '$COMMIT', not a commit id: the source action must hand one over." >&2
  exit 1
fi
tag="$RELEASE_TAG_PREFIX$COMMIT"

if found=$(aws ecr describe-images --repository-name "$REPOSITORY_NAME" --image-ids imageTag="$tag" \
  --query 'imageDetails[0].imageDigest' --output text 2>/tmp/describe-error); then
  echo "$tag exists already as $found: nothing to build."
  printf '%s' "$found" >${digestFile}
  exit 0
fi
if ! grep -q ImageNotFoundException /tmp/describe-error; then
  cat /tmp/describe-error >&2
  exit 1
fi

cache="$REPOSITORY_URI:$CACHE_TAG"
docker buildx build \
  --platform "$PLATFORM" \
  --file "$DOCKERFILE" \
  --tag "$REPOSITORY_URI:$tag" \
  --label "org.opencontainers.image.revision=$COMMIT" \
  --build-arg "COMMIT=$COMMIT" \
  --build-arg "VERSION=$tag" \
  ${[...extra, `--attest ${quote(sbom)}`].join(" \\\n  ")} \
  --attest type=provenance,mode=max \
  --cache-from "type=registry,ref=$cache" \
  --cache-to "type=registry,ref=$cache,mode=max,image-manifest=true,oci-mediatypes=true" \
  --metadata-file /tmp/image-metadata.json \
  --push "$CONTEXT_DIRECTORY"
jq -er '."containerimage.digest"' /tmp/image-metadata.json | tr -d '\n' >${digestFile}
`;
}
