/** Shell functions that read and move tags; a manifest is put back unchanged, so the tag names the same digest. */
export const tagFunctions = String.raw`
media_types=(application/vnd.oci.image.index.v1+json application/vnd.oci.image.manifest.v1+json
  application/vnd.docker.distribution.manifest.list.v2+json application/vnd.docker.distribution.manifest.v2+json)

manifest_of() {
  aws ecr batch-get-image --repository-name "$REPOSITORY_NAME" --image-ids imageDigest="$1" \
    --accepted-media-types "${"$"}{media_types[@]}" --query 'images[0].imageManifest' --output text
}

digest_of_tag() {
  if aws ecr describe-images --repository-name "$REPOSITORY_NAME" --image-ids imageTag="$1" \
    --query 'imageDetails[0].imageDigest' --output text 2>/tmp/tag-error; then
    return
  fi
  grep -q ImageNotFoundException /tmp/tag-error || { cat /tmp/tag-error >&2; exit 1; }
}

move_tag() {
  local tag=$1 digest=$2 manifest type
  manifest=$(manifest_of "$digest")
  if [ -z "$manifest" ] || [ "$manifest" = None ]; then
    echo "$digest is not in $REPOSITORY_NAME: nothing to tag as $tag." >&2
    exit 1
  fi
  type=$(jq -r '.mediaType // "application/vnd.oci.image.manifest.v1+json"' <<<"$manifest")
  if ! aws ecr put-image --repository-name "$REPOSITORY_NAME" --image-tag "$tag" --image-digest "$digest" \
    --image-manifest "$manifest" --image-manifest-media-type "$type" >/dev/null 2>/tmp/tag-error; then
    grep -q ImageAlreadyExistsException /tmp/tag-error || { cat /tmp/tag-error >&2; exit 1; }
  fi
  echo "$tag is $digest"
}
`;

/** Hands the image to the next environment. */
export const promoteScript = String.raw`${tagFunctions}
move_tag "$PROMOTED_TAG" "$IMAGE_DIGEST"
`;
