import * as grpc from "@grpc/grpc-js";

/** A message as it is on the wire. */
export type Bytes = Buffer;

/** Makes a call with a request that is already encoded and gives the answer as it came. */
export function forward(client: grpc.Client, path: string, request: Bytes): Promise<Bytes> {
  return new Promise((resolve, reject) =>
    client.makeUnaryRequest(path, same, same, request, (error, answer) => (error ? reject(error) : resolve(answer!))),
  );
}

const same = (bytes: Bytes): Bytes => bytes;

/** The same methods on bytes: messages are forwarded as they come, whatever fields they hold. */
export function undecoded(service: grpc.ServiceDefinition): grpc.ServiceDefinition {
  return Object.fromEntries(
    Object.entries(service).map(([name, method]) => [
      name,
      {
        ...method,
        requestSerialize: same,
        requestDeserialize: same,
        responseSerialize: same,
        responseDeserialize: same,
      },
    ]),
  );
}

/** The upstream's own status, or a plain error as one. */
export function asStatus(error: Partial<grpc.ServiceError>): Partial<grpc.StatusObject> {
  return {
    code: error.code ?? grpc.status.UNKNOWN,
    details: error.details ?? `policy pack not started: ${error.message}`,
    metadata: error.metadata,
  };
}
