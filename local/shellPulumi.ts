import { failure } from "./console";
import { passThrough } from "./passThrough";
import { currentSandbox } from "./sandbox";
import { openSession } from "./session";
import { repositoryRoot } from "./toolchain/folders";

/** `pulumi` inside `npm run local -- shell`. */
openSession(repositoryRoot, currentSandbox())
  .then((session) => passThrough(session, process.argv.slice(2)))
  .then((code) => (process.exitCode = code))
  .catch((error: Error) => {
    failure(error.message);
    process.exitCode = 1;
  });
