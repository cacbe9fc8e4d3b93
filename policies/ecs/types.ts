export const clusterType = "aws:ecs/cluster:Cluster";
export const serviceType = "aws:ecs/service:Service";
export const taskSetType = "aws:ecs/taskSet:TaskSet";
export const taskDefinitionType = "aws:ecs/taskDefinition:TaskDefinition";
/** What managed instances run on each of them. Its containers stand as a list, not as JSON. */
export const daemonTaskDefinitionType = "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition";
/** A service with everything around it, of a single container. */
export const expressServiceType = "aws:ecs/expressGatewayService:ExpressGatewayService";
