import { tagFunctions } from "./tagScript";

/**
 * Believes nothing that the deploy step said: the newest service deployment must be SUCCESSFUL, and every running task
 * must run the image. ECS may report the digest of the index or of the platform's manifest in it; both count.
 * Then it records the digest, and tags the image as what the environment runs, so that no lifecycle rule takes it.
 */
export const verifyScript = String.raw`${tagFunctions}
deployment=$(aws ecs list-service-deployments --cluster "$CLUSTER_NAME" --service "$SERVICE_NAME" --output json |
  jq -c '.serviceDeployments | sort_by(.createdAt) | last // {status: "MISSING"}')
status=$(jq -r .status <<<"$deployment")
if [ "$status" != SUCCESSFUL ]; then
  echo "The newest deployment is $status: $(jq -r '.statusReason // "no reason given"' <<<"$deployment")" >&2
  exit 1
fi

accepted=$(manifest_of "$IMAGE_DIGEST" | jq -c --arg self "$IMAGE_DIGEST" '[$self] + [.manifests[]?.digest]')
tasks=$(aws ecs list-tasks --cluster "$CLUSTER_NAME" --service-name "$SERVICE_NAME" --desired-status RUNNING \
  --output json | jq -r '.taskArns[]')
if [ -z "$tasks" ]; then
  echo "No task of $SERVICE_NAME runs." >&2
  exit 1
fi
running=$(xargs -n 100 aws ecs describe-tasks --cluster "$CLUSTER_NAME" --output json --tasks <<<"$tasks" |
  jq -sc --arg container "$CONTAINER_NAME" '
    [.[].tasks[] | select(.lastStatus == "RUNNING") | {task: .taskArn, digest: (.containers[] | select(.name == $container) | .imageDigest)}]')
if [ "$(jq length <<<"$running")" -eq 0 ]; then
  echo "No task of $SERVICE_NAME runs yet." >&2
  exit 1
fi
foreign=$(jq -r --argjson accepted "$accepted" '
  .[] | select(.digest as $digest | $accepted | index($digest) | not) | "\(.task) runs \(.digest)"' <<<"$running")
if [ -n "$foreign" ]; then
  echo "Not every task runs $IMAGE_DIGEST:" >&2
  echo "$foreign" >&2
  exit 1
fi
echo "$(jq length <<<"$running") task(s) run $IMAGE_DIGEST"

tag="$ENVIRONMENT_TAG_PREFIX$ENVIRONMENT_NAME"
previous=$(digest_of_tag "$tag")
if [ -n "$previous" ] && [ "$previous" != "$IMAGE_DIGEST" ]; then
  move_tag "$tag-previous" "$previous"
fi
if [ "$previous" != "$IMAGE_DIGEST" ]; then
  move_tag "$tag" "$IMAGE_DIGEST"
fi
aws ssm put-parameter --name "$IMAGE_PARAMETER_NAME" --value "$IMAGE_DIGEST" --type String --overwrite >/dev/null
`;
