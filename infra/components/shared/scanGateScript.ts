/**
 * Fails unless ECR has scanned the image behind `IMAGE_DIGEST` and found no more than `MAXIMUM_CRITICAL` and
 * `MAXIMUM_HIGH` vulnerabilities. ECR scans manifests, not indexes: a digest with attestations is an index, so the gate
 * follows it to its platform manifests. Whatever is not a finished scan fails: an image nobody looked at is not clean.
 */
export const scanGateScript = String.raw`
deadline=$((SECONDS + SCAN_TIMEOUT_SECONDS))
manifest=$(aws ecr batch-get-image --repository-name "$REPOSITORY_NAME" --image-ids imageDigest="$IMAGE_DIGEST" \
  --accepted-media-types application/vnd.oci.image.index.v1+json application/vnd.oci.image.manifest.v1+json \
  application/vnd.docker.distribution.manifest.list.v2+json application/vnd.docker.distribution.manifest.v2+json \
  --query 'images[0].imageManifest' --output text)
scanned=$(jq -r --arg self "$IMAGE_DIGEST" '
  if .manifests then
    .manifests[] | select(.annotations["vnd.docker.reference.type"] != "attestation-manifest") | .digest
  else $self end' <<<"$manifest")
if [ -z "$scanned" ]; then
  echo "$IMAGE_DIGEST holds no image to scan." >&2
  exit 1
fi

for digest in $scanned; do
  while true; do
    status=PENDING
    if report=$(aws ecr describe-image-scan-findings --repository-name "$REPOSITORY_NAME" \
      --image-id imageDigest="$digest" --no-paginate --output json 2>/tmp/scan-error); then
      status=$(jq -r '.imageScanStatus.status' <<<"$report")
    elif ! grep -q ScanNotFoundException /tmp/scan-error; then
      cat /tmp/scan-error >&2
      exit 1
    fi
    case "$status" in
      COMPLETE | ACTIVE) break ;;
      PENDING | IN_PROGRESS) ;;
      *)
        echo "Scan of $digest is $status: $(jq -r '.imageScanStatus.description // ""' <<<"$report")" >&2
        exit 1
        ;;
    esac
    if [ "$SECONDS" -ge "$deadline" ]; then
      echo "Scan of $digest did not finish within $SCAN_TIMEOUT_SECONDS seconds. Is scan on push on?" >&2
      exit 1
    fi
    sleep "${"$"}{POLL_SECONDS:-10}"
  done
  critical=$(jq -r '.imageScanFindings.findingSeverityCounts.CRITICAL // 0' <<<"$report")
  high=$(jq -r '.imageScanFindings.findingSeverityCounts.HIGH // 0' <<<"$report")
  echo "$digest: $critical critical (at most $MAXIMUM_CRITICAL), $high high (at most $MAXIMUM_HIGH)"
  if [ "$critical" -gt "$MAXIMUM_CRITICAL" ] || [ "$high" -gt "$MAXIMUM_HIGH" ]; then
    echo "Too many vulnerabilities in $digest: see its scan findings in ECR." >&2
    exit 1
  fi
done
`;
