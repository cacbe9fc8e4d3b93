/** Tokens of the registry's resources. */
export const repositoryType = "aws:ecr/repository:Repository";
export const scanningType = "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration";
export const lifecyclePolicyType = "aws:ecr/lifecyclePolicy:LifecyclePolicy";
export const templateType = "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate";
export const pullThroughType = "aws:ecr/pullThroughCacheRule:PullThroughCacheRule";
