import { bootstrapLabel } from "../shared/agreements";

export interface ContainerOptions {
  readonly name: string;
  readonly port: number;
  /** Numeric user, or user:group, of the process. */
  readonly user: string;
  readonly environment: Record<string, string>;
  /** ARN of a secret or parameter by name of the variable. */
  readonly secrets: Record<string, string>;
  readonly stopTimeoutSeconds: number;
  readonly logGroupName: string;
  readonly region: string;
  readonly image: TaskImage;
}

/** The image of a task, and what only the bootstrap image needs. */
export interface TaskImage {
  readonly reference: string;
  readonly command?: string[];
  readonly bootstrap: boolean;
}

/** What the image parameter holds before the first release. */
export const noRelease = "none";

// Answers every path on the service's own port, with nothing but what the image brings. PORT is always set.
const bootstrapServer =
  "require('node:http').createServer((_, a) => a.end('waiting for the first release\\n')).listen(process.env.PORT)";
const bootstrapDefault: TaskImage = {
  reference: "public.ecr.aws/docker/library/node:24-alpine",
  command: ["node", "-e", bootstrapServer],
  bootstrap: true,
};

/** The released image by digest, or the bootstrap image until there is one. */
export function taskImage(repositoryUri: string, released: string, bootstrapImage?: string): TaskImage {
  if (/^sha256:[0-9a-f]{64}$/.test(released)) return { reference: `${repositoryUri}@${released}`, bootstrap: false };
  return bootstrapImage === undefined ? bootstrapDefault : { reference: bootstrapImage, bootstrap: true };
}

/** One container, in a fixed order of names and keys: the provider compares the text. */
export function containerDefinitions(options: ContainerOptions): string {
  const { name, port, user, secrets, stopTimeoutSeconds, logGroupName, region, image } = options;
  const environment = { PORT: String(port), ...options.environment };
  return JSON.stringify([
    {
      name,
      image: image.reference,
      // ECS resolves a tag once per deployment and then starts every task from that digest.
      versionConsistency: "enabled",
      essential: true,
      ...(image.command && { command: image.command }),
      ...(image.bootstrap && { dockerLabels: { [bootstrapLabel]: "true" } }),
      user,
      privileged: false,
      readonlyRootFilesystem: true,
      linuxParameters: { capabilities: { drop: ["ALL"] }, initProcessEnabled: true },
      portMappings: [{ name: "http", containerPort: port, hostPort: port, protocol: "tcp", appProtocol: "http" }],
      environment: sorted(environment).map(([key, value]) => ({ name: key, value })),
      secrets: sorted(secrets).map(([key, valueFrom]) => ({ name: key, valueFrom })),
      stopTimeout: stopTimeoutSeconds,
      logConfiguration: {
        logDriver: "awslogs",
        options: {
          "awslogs-group": logGroupName,
          "awslogs-region": region,
          "awslogs-stream-prefix": name,
          mode: "non-blocking",
          "max-buffer-size": "8m",
        },
      },
    },
  ]);
}

function sorted(values: Record<string, string>): [string, string][] {
  return Object.entries(values).sort(([left], [right]) => (left < right ? -1 : 1));
}

/** The way out for a user that is root or a name that might be, or undefined for any other. */
export function userProblem(user: string): string | undefined {
  return /^[1-9]\d*(:[1-9]\d*)?$/.test(user)
    ? undefined
    : 'Set it to a numeric user, or user and group, other than root, such as "65532:65532".';
}
