import { bootstrapLabel } from "../shared/agreements";

/**
 * Deploys `IMAGE_DIGEST` and waits for what ECS makes of it. Everything comes from environment variables.
 *
 * The standard ECS action would clone the revision that the service runs, so that a task definition registered by
 * Pulumi since then were lost, and it knows no service deployments: ECS rolling back looks like success or like a hang.
 * Here the newest revision of the family is the base, and any end but SUCCESSFUL is a failure at once.
 */
export const deployScript = String.raw`
if ! [[ "$IMAGE_DIGEST" =~ ^sha256:[0-9a-f]{64}$ ]]; then
  echo "IMAGE_DIGEST is '$IMAGE_DIGEST', not a digest: only a digest names one image." >&2
  exit 1
fi

newest_deployment() {
  aws ecs list-service-deployments --cluster "$CLUSTER_NAME" --service "$SERVICE_NAME" --output json |
    jq -r '.serviceDeployments | sort_by(.createdAt) | last | .serviceDeploymentArn // ""'
}

current=$(aws ecs describe-task-definition --task-definition "$TASK_FAMILY" --include TAGS --output json)
next=$(jq -e --arg container "$CONTAINER_NAME" --arg image "$REPOSITORY_URI@$IMAGE_DIGEST" --arg mark "${bootstrapLabel}" '
  (.tags // []) as $tags
  | .taskDefinition
  | if any(.containerDefinitions[]; .name == $container) then . else error("it has no container \($container)") end
  | .containerDefinitions |= map(
      if .name != $container then . else
        .image = $image
        | if .dockerLabels[$mark] == "true" then del(.command, .entryPoint, .dockerLabels[$mark]) else . end
        | if .dockerLabels == {} then del(.dockerLabels) else . end
      end)
  | {family, taskRoleArn, executionRoleArn, networkMode, containerDefinitions, volumes, placementConstraints,
     requiresCompatibilities, cpu, memory, pidMode, ipcMode, proxyConfiguration, ephemeralStorage, runtimePlatform,
     enableFaultInjection, tags: (if $tags == [] then null else $tags end)}
  | with_entries(select(.value != null))' <<<"$current")

before=$(newest_deployment)
revision=$(aws ecs register-task-definition --cli-input-json "$next" \
  --query taskDefinition.taskDefinitionArn --output text)
echo "Deploying $revision with $IMAGE_DIGEST"
aws ecs update-service --cluster "$CLUSTER_NAME" --service "$SERVICE_NAME" --task-definition "$revision" >/dev/null

deadline=$((SECONDS + DEPLOY_TIMEOUT_SECONDS))
deployment=$before
shown=""
while true; do
  if [ "$deployment" = "$before" ]; then
    deployment=$(newest_deployment)
    state="waiting for ECS to start the deployment"
    status=PENDING
  fi
  if [ "$deployment" != "$before" ]; then
    described=$(aws ecs describe-service-deployments --service-deployment-arns "$deployment" --output json)
    status=$(jq -r '.serviceDeployments[0].status // "MISSING"' <<<"$described")
    state=$(jq -r '.serviceDeployments[0] | [.status, .lifecycleStage] | map(select(. != null)) | join(" ")' <<<"$described")
  fi
  if [ "$state" != "$shown" ]; then
    echo "$deployment: $state"
    shown=$state
  fi
  case "$status" in
    SUCCESSFUL) break ;;
    PENDING | IN_PROGRESS) ;;
    *)
      echo "The deployment of $IMAGE_DIGEST is $status: $(jq -r '.serviceDeployments[0].statusReason // "no reason given"' <<<"$described")" >&2
      exit 1
      ;;
  esac
  if [ "$SECONDS" -ge "$deadline" ]; then
    echo "The deployment did not finish within $DEPLOY_TIMEOUT_SECONDS seconds: rolling back." >&2
    if [ "$deployment" != "$before" ]; then
      aws ecs stop-service-deployment --service-deployment-arn "$deployment" --stop-type ROLLBACK >/dev/null
    fi
    exit 1
  fi
  sleep "$POLL_SECONDS"
done
`;
