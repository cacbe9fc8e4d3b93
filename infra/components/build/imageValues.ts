import type { Surroundings } from "../shared/arns";
import { imageTags } from "../shared/imageTags";
import { repositoryUri } from "../shared/repositoryUri";

/** What the image script reads. */
export function imageValues(where: Surroundings, repositoryName: string, platform: string, dockerfile: string) {
  return {
    REPOSITORY_URI: repositoryUri(where, repositoryName),
    RELEASE_TAG_PREFIX: imageTags.releasePrefix,
    // One cache per platform: they would overwrite each other.
    CACHE_TAG: `${imageTags.cachePrefix}-${platform.replace("/", "-")}`,
    PLATFORM: platform,
    DOCKERFILE: dockerfile,
    CONTEXT_DIRECTORY: ".",
  };
}
