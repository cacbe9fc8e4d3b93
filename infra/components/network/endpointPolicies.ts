import type { Surroundings } from "../shared/arns";
import type { ResourceStatement } from "../shared/documents";

/** ECR keeps image layers in a bucket of its own; a policy that leaves it out breaks every pull. */
const layerBucket = ({ partition, region }: Surroundings) =>
  `arn:${partition}:s3:::prod-${region}-starport-layer-bucket/*`;

/** The gateway to S3: this account's principals on this account's buckets, and image layers. */
export function storageEndpoint(where: Surroundings): ResourceStatement[] {
  const own = { "aws:PrincipalAccount": where.account, "aws:ResourceAccount": where.account };
  return [
    {
      Sid: "BucketsOfThisAccount",
      Effect: "Allow",
      Principal: "*",
      Action: "s3:*",
      Resource: "*",
      Condition: { StringEquals: own },
    },
    // Layers are fetched with addresses that ECR signs: neither principal nor bucket belongs to this account.
    { Sid: "ImageLayers", Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: layerBucket(where) },
  ];
}

/** An interface endpoint: whatever IAM allows to principals of this account, and nobody else. */
export function interfaceEndpoint(where: Surroundings): ResourceStatement[] {
  return [
    {
      Sid: "PrincipalsOfThisAccount",
      Effect: "Allow",
      Principal: "*",
      Action: "*",
      Resource: "*",
      Condition: { StringEquals: { "aws:PrincipalAccount": where.account } },
    },
  ];
}
