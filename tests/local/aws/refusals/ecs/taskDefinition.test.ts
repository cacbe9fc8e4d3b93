import { roleArn, table } from "../support";
import { containers, roles, task, taskType } from "./fixtures";

const code = "ClientException";
const small = { cpu: "256", memory: "512" };

describe("ecs/taskDefinition", () => {
  table({
    type: taskType,
    base: task,
    store: roles,
    accepts: {
      "sixteen virtual CPUs": { cpu: "16384", memory: "122880" },
      "sizes in words": { cpu: "1 vCPU", memory: "2 GB" },
      ARM: { runtimePlatform: { cpuArchitecture: "ARM64", operatingSystemFamily: "LINUX" } },
      "EC2 with bridge and host ports": {
        requiresCompatibilities: ["EC2"],
        networkMode: "bridge",
        ...containers({ portMappings: [{ containerPort: 80, hostPort: 8080 }], memory: 128 }),
      },
      "a container that waits for a migration": containers(
        { dependsOn: [{ containerName: "migrate", condition: "SUCCESS" }] },
        { name: "migrate", essential: false, portMappings: [] },
      ),
    },
    refuses: {
      "an illegal pair": [{ cpu: "512", memory: "512" }, code, "1024, 2048, 3072, 4096"],
      "an illegal number of units": [{ cpu: "300" }, code, "no Fargate configuration exists"],
      "5 GB with 8 CPUs": [{ cpu: "8192", memory: "17408" }, code, "16384, 20480"],
      "Fargate without awsvpc": [{ networkMode: "bridge" }, code, "only supports network mode awsvpc"],
      "Fargate without cpu": [{ cpu: undefined }, code, "cpu is missing"],
      "a family with a dot": [{ family: "my.app" }, code, "letters, digits, - and _"],
      "an execution role that is not there": [{ executionRoleArn: roleArn("ghost") }, code, "no such role"],
      "a task role of another service": [
        { taskRoleArn: roleArn("build") },
        code,
        "ecs-tasks.amazonaws.com is not authorized",
      ],
      "another architecture": [{ runtimePlatform: { cpuArchitecture: "ARM" } }, code, "ARM64"],
      "20 GiB of storage": [{ ephemeralStorage: { sizeInGib: 20 } }, code, "21 to 200"],
      "a host volume": [{ volumes: [{ name: "v", hostPath: "/data" }] }, code, "EFS and bind mounts"],
      "containers that are no JSON": [{ containerDefinitions: "app" }, code, "not a JSON list"],
      "no container": [{ containerDefinitions: "[]" }, code, "has no containers"],
      "names used twice": [containers({}, { portMappings: [] }), code, 'named "app"'],
      "nothing essential": [containers({ essential: false }), code, "no container is essential"],
      "no image": [containers({ image: undefined }), code, "has no image"],
      "a port as text": [containers({ portMappings: [{ containerPort: "8080" }] }), code, "without quotes"],
      "a number in the environment": [containers({ environment: [{ name: "PORT", value: 8080 }] }), code, "in quotes"],
      "a host port that differs": [
        containers({ portMappings: [{ containerPort: 80, hostPort: 81 }] }),
        code,
        "must equal containerPort",
      ],
      "one port in two containers": [containers({}, { name: "side" }), code, "mapped twice"],
      "a log driver Fargate lacks": [
        containers({ logConfiguration: { logDriver: "gelf" } }),
        code,
        "Fargate has awslogs",
      ],
      "awslogs without a prefix": [
        containers({
          logConfiguration: {
            logDriver: "awslogs",
            options: { "awslogs-group": "/app", "awslogs-region": "eu-west-1" },
          },
        }),
        code,
        "awslogs-stream-prefix",
      ],
      "a privileged container": [containers({ privileged: true }), code, "no privileged containers"],
      "a long stop": [containers({ stopTimeout: 121 }), code, "120 seconds"],
      "secrets without execution role": [{ executionRoleArn: undefined }, code, "uses container secrets"],
      "a private image without execution role": [
        { executionRoleArn: undefined, ...containers({ secrets: [], logConfiguration: undefined }) },
        code,
        "uses ECR images",
      ],
      "a name in environment and secrets": [
        containers({ environment: [{ name: "TOKEN", value: "x" }] }),
        code,
        "must be unique",
      ],
      "a dependency that is not there": [
        containers({ dependsOn: [{ containerName: "db", condition: "START" }] }),
        code,
        "is not there",
      ],
      "waiting for health that nobody checks": [
        containers(
          { dependsOn: [{ containerName: "side", condition: "HEALTHY" }] },
          { name: "side", portMappings: [] },
        ),
        code,
        "has no healthCheck",
      ],
      "a check without CMD": [containers({ healthCheck: { command: ["curl", "localhost"] } }), code, "CMD-SHELL"],
      "a slow check": [containers({ healthCheck: { command: ["CMD", "x"], timeout: 61 } }), code, "2 to 60"],
      "a volume that is not there": [
        containers({ mountPoints: [{ sourceVolume: "v", containerPath: "/v" }] }),
        code,
        "not in volumes",
      ],
      "more CPU than the task": [{ ...small, ...containers({ cpu: 512 }) }, code, "512 CPU units and the task has 256"],
      "more memory than the task": [
        { ...small, ...containers({ memory: 1024 }) },
        code,
        "1024 MiB and the task has 512",
      ],
    },
  });
});
