import { Resource } from "@pulumi/aws/cloudcontrol/resource";
import { SigningProfile } from "@pulumi/aws/signer/signingProfile";
import { jsonStringify } from "@pulumi/pulumi";
import type { CustomResourceOptions, Input } from "@pulumi/pulumi";
import { physicalName } from "../shared/names";

/** The name ECR's signing profile gets, for the roles that push: signer allows no hyphens. */
export const signingProfileName = (name: string): string => physicalName(name).replace(/-/g, "_");

/** ECR signs whatever is pushed to repositories with one of the prefixes. The provider has no resource of its own. */
export function createSigning(
  name: string,
  prefixes: readonly string[],
  tags: Input<Record<string, Input<string>>>,
  opts: CustomResourceOptions,
): SigningProfile {
  const profile = new SigningProfile(
    `${name}-signing-profile`,
    { name: signingProfileName(name), platformId: "Notation-OCI-SHA384-ECDSA", tags },
    opts,
  );
  new Resource(
    `${name}-signing`,
    {
      typeName: "AWS::ECR::SigningConfiguration",
      desiredState: jsonStringify({
        Rules: [
          {
            SigningProfileArn: profile.arn,
            RepositoryFilters: prefixes.map((prefix) => ({ Filter: `${prefix}/*`, FilterType: "WILDCARD_MATCH" })),
          },
        ],
      }),
    },
    opts,
  );
  return profile;
}
