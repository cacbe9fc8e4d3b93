import * as grpc from "@grpc/grpc-js";
import { endWithEngine } from "./lifetime";
import { refuse } from "./refusals";
import { createServer } from "./server";
import { openSession } from "./session";

/** `pulumi-resource-aws <engine address>`: the engine reads the port from the first line of standard output. */
async function main(): Promise<void> {
  const server = createServer(openSession(process.env, refuse));
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    ),
  );
  process.stdout.write(`${port}\n`);
}

endWithEngine();
main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
