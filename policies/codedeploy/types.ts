export const groupType = "aws:codedeploy/deploymentGroup:DeploymentGroup";
