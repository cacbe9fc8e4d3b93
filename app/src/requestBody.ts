import type { IncomingMessage } from "node:http";

export type BodyOutcome = "read" | "too large" | "aborted";

/**
 * Reads the body to its end and throws it away, up to a limit. No route takes a body, but one that stays unread would
 * be taken for the next request on the same connection.
 */
export function discardBody(request: IncomingMessage, limit: number): Promise<BodyOutcome> {
  return new Promise((resolve) => {
    const tooLarge = () => {
      resolve("too large");
      request.resume();
    };
    if (Number(request.headers["content-length"] ?? 0) > limit) {
      tooLarge();
      return;
    }
    let received = 0;
    request.on("data", (chunk: Buffer) => {
      received += chunk.length;
      if (received > limit) {
        tooLarge();
      }
    });
    request.once("end", () => resolve("read"));
    request.once("error", () => resolve("aborted"));
    request.once("close", () => resolve("aborted"));
  });
}
