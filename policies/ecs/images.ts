/** Where images may come from: the own registries, and the public one, which has AWS's agents and sidecars. */
export const allowedRegistries: readonly string[] = [
  "*.dkr.ecr.*.amazonaws.com",
  "*.dkr.ecr.*.amazonaws.com.cn",
  "*.dkr.ecr.*.amazonaws.eu",
  "*.dkr.ecr-fips.*.amazonaws.com",
  "*.dkr-ecr.*.on.aws",
  "*.dkr-ecr-fips.*.on.aws",
  "*.dkr-ecr.*.on.amazonwebservices.com.cn",
  "public.ecr.aws",
  "ecr-public.aws.com",
];

export interface ImageReference {
  readonly registry: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** Takes `registry/repository:tag@digest` apart as Docker does. */
export function readImage(image: string): ImageReference {
  const [location = "", digest] = image.split("@", 2);
  const slash = location.indexOf("/");
  const first = slash < 0 ? "" : location.slice(0, slash);
  const registry = /[.:]/.test(first) || first === "localhost" ? first : "docker.io";
  const tag = /:([^/:]+)$/.exec(location)?.[1];
  return { registry, tag, digest: digest !== undefined && /^sha256:\w+$/.test(digest) ? digest : undefined };
}
