import { fstatSync } from "node:fs";
import * as grpc from "@grpc/grpc-js";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import { endAllChildren } from "./children";
import { messageSizes } from "./host/messageSizes";
import { languageService } from "./host/service";

/**
 * `pulumi-language-nodejs` for a CLI built here: the engine starts it with its own address as the last argument and
 * reads the port from the first line. An installed CLI brings its own host, which wins.
 */
function main(): void {
  const args = process.argv.slice(2);
  const version = process.env.CONTAINER_DELIVERY_HOST_VERSION ?? "";
  if (args.includes("-version") || args.includes("--version")) {
    console.log(version);
    return;
  }
  const server = new grpc.Server(messageSizes);
  server.addService(
    LanguageRuntimeService as unknown as grpc.ServiceDefinition,
    languageService({ engineAddress: args.at(-1) ?? "", version }),
  );
  server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
    if (error) {
      console.error(`The language host can't listen on 127.0.0.1: ${error.message}`);
      process.exit(1);
    }
    process.stdout.write(`${port}\n`);
  });
  endWithEngine();
}

let leaving = false;

async function leave(): Promise<void> {
  if (leaving) {
    return;
  }
  leaving = true;
  await endAllChildren();
  process.exit(0);
}

/** The engine interrupts its plugins when it is done or cancelled. Should it die, its end of our stdin closes. */
function endWithEngine(): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => void leave());
  }
  const input = fstatSync(0);
  if (input.isFIFO() || input.isSocket()) {
    process.stdin
      .on("end", () => void leave())
      .on("error", () => void leave())
      .resume();
  }
}

main();
