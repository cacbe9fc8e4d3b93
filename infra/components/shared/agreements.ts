// What components of one service agree on without knowing each other.

/** Name of the only container: the pipeline finds it by this name. */
export const containerName = "app";

/** The deploy step drops the command of a container with this label. */
export const bootstrapLabel = "container-delivery.bootstrap";

/** The topic of the service's `ServiceMonitoring`; by name, because it is created after the service. */
export const alarmTopicName = (serviceName: string) => `${serviceName}-alarms`;
