import { tagFunctions } from "./tagScript";

/**
 * Lets an image through that another environment built: it must be a release, signed where that is demanded, and every
 * platform of it must carry an SBOM and a provenance statement that names the platform's own digest and the commit of
 * the release tag. Attestations are content-addressed parts of the index, so the digest that is deployed covers them.
 */
export const originScript = String.raw`${tagFunctions}
refuse() {
  echo "$IMAGE_DIGEST: $1" >&2
  exit 1
}

commit=$(aws ecr describe-images --repository-name "$REPOSITORY_NAME" --image-ids imageDigest="$IMAGE_DIGEST" --output json |
  jq -r --arg prefix "$RELEASE_TAG_PREFIX" '[.imageDetails[0].imageTags[]? | select(startswith($prefix))][0] // "" | ltrimstr($prefix)')
[ -n "$commit" ] || refuse "no tag $RELEASE_TAG_PREFIX<commit>: not an image that a build released."

if [ "$REQUIRE_SIGNATURE" = true ]; then
  aws ecr describe-image-signing-status --repository-name "$REPOSITORY_NAME" --image-id imageDigest="$IMAGE_DIGEST" --output json |
    jq -e '(.signingStatuses | length > 0) and all(.signingStatuses[]; .status == "COMPLETE")' >/dev/null ||
    refuse "not signed. Set up signing for the repository, or set requireSignature to false."
fi

if [ "$REQUIRE_PROVENANCE" = true ]; then
  index=$(manifest_of "$IMAGE_DIGEST")
  platforms=$(jq -r '.manifests[]? | select(.annotations["vnd.docker.reference.type"] != "attestation-manifest") | .digest' <<<"$index")
  [ -n "$platforms" ] || refuse "no attestations: it was pushed without provenance."
  for platform in $platforms; do
    attestation=$(jq -r --arg platform "$platform" '
      [.manifests[] | select(.annotations["vnd.docker.reference.type"] == "attestation-manifest"
        and .annotations["vnd.docker.reference.digest"] == $platform) | .digest][0] // ""' <<<"$index")
    [ -n "$attestation" ] || refuse "no attestation for $platform."
    for predicate in https://slsa.dev/provenance/ https://spdx.dev/Document; do
      layer=$(manifest_of "$attestation" | jq -r --arg predicate "$predicate" '
        [.layers[] | select(.annotations["in-toto.io/predicate-type"] // "" | startswith($predicate)) | .digest][0] // ""')
      [ -n "$layer" ] || refuse "no statement $predicate for $platform."
      url=$(aws ecr get-download-url-for-layer --repository-name "$REPOSITORY_NAME" --layer-digest "$layer" --query downloadUrl --output text)
      curl --fail --silent --show-error --location --output /tmp/statement.json "$url"
      [ "sha256:$(sha256sum /tmp/statement.json | cut -d ' ' -f 1)" = "$layer" ] || refuse "statement $layer was changed on the way."
      jq -e --arg platform "$platform" 'any(.subject[]?; "sha256:" + (.digest.sha256 // "") == $platform)' /tmp/statement.json >/dev/null ||
        refuse "statement $layer is about another image than $platform."
      if [ "$predicate" = https://slsa.dev/provenance/ ]; then
        jq -e --arg commit "$commit" 'any(.. | strings; . == $commit)' /tmp/statement.json >/dev/null ||
          refuse "provenance of $platform does not name commit $commit of its release tag."
      fi
    done
  done
fi
echo "$IMAGE_DIGEST is release $commit"
`;
