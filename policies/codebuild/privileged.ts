import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import type { Resource } from "../shared/resource";
import { projectType } from "./types";

export const cbPrivileged: Control<{ imageBuilders: string[] }> = {
  id: "cb-privileged",
  title: "Builds are not privileged",
  description: "CodeBuild projects must not run privileged, unless they build images.",
  severity: "high",
  levels: { dev: "advisory", prod: "mandatory" },
  references: elsewhere({ checkov: "CKV_AWS_316" }),
  remediationSteps:
    "Set `environment.privilegedMode` to false. To build images, use `environment.dockerServer` or the component ImageBuild.",
  url: "https://docs.aws.amazon.com/codebuild/latest/userguide/troubleshooting.html#troubleshooting-cannot-connect-to-docker-daemon",
  reads: { [projectType]: ["environment.privilegedMode", "environment.dockerServer.computeType"] },
  configSchema: {
    properties: {
      imageBuilders: {
        type: "array",
        items: { type: "string" },
        default: ["container-delivery:index:ImageBuild"],
        description:
          "Types of components whose projects build images: the Docker daemon in the build needs the privileges.",
      },
    },
  },
  check(resource, report, { config }) {
    const privileged = resource.props.at("environment", "privilegedMode");
    if (privileged.boolean() !== true) return;
    const server = resource.props.at("environment", "dockerServer");
    // Next to a Docker server nothing needs the privileges, whatever the project builds.
    if (server.isAbsent && parentTypes(resource).some((type) => config.imageBuilders.includes(type))) return;
    report.violation({
      at: privileged,
      what: "Whoever controls a build script controls the build machine",
      fix: "Set `environment.privilegedMode` to `false`, and `environment.dockerServer` if the project builds images.",
    });
  },
};

/** The types of the components around the resource: a URN names all of them. */
function parentTypes({ opts }: Resource): string[] {
  return opts.parent?.split("::")[2]?.split("$") ?? [];
}
