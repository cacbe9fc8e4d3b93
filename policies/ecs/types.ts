export const clusterType = "aws:ecs/cluster:Cluster";
export const serviceType = "aws:ecs/service:Service";
export const taskSetType = "aws:ecs/taskSet:TaskSet";
export const taskDefinitionType = "aws:ecs/taskDefinition:TaskDefinition";
