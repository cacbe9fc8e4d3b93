import type { AddressInfo } from "node:net";
import { drain } from "./drain";
import { readImageDigest } from "./imageDigest";
import { createLog } from "./log";
import type { Log } from "./log";
import { createService, defaultLimits } from "./server";
import { readSettings } from "./settings";
import type { Settings } from "./settings";

function main(): void {
  const settings = settingsOrExit();
  const log = createLog(settings.logLevel);
  process.on("uncaughtException", (error) => {
    log("error", "uncaught exception", { error: error.stack });
    process.exit(1);
  });

  const { version, commit, digest } = settings;
  const service = createService({ version, commit, digest }, log, {
    ...defaultLimits,
    keepAliveMs: settings.keepAliveMs,
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => void stop(signal, service, settings, log));
  }

  service.server.on("error", (error: NodeJS.ErrnoException) => {
    const port = String(settings.port);
    const way = error.code === "EADDRINUSE" ? "is already in use" : `cannot be used (${error.message})`;
    log("error", `PORT ${port} ${way}. Set PORT to a free port, or to 0 for any.`);
    process.exit(1);
  });
  service.server.listen(settings.port, settings.host, () => {
    const { port } = service.server.address() as AddressInfo;
    log("info", "listening", { port, version, commit, node: process.version });
  });
  if (digest === undefined) {
    void readImageDigest(process.env.ECS_CONTAINER_METADATA_URI_V4).then((found) => (service.state.digest = found));
  }
}

function settingsOrExit(): Settings {
  try {
    return readSettings(process.env);
  } catch (error) {
    createLog("error")("error", error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}

async function stop(
  signal: string,
  service: ReturnType<typeof createService>,
  settings: Settings,
  log: Log,
): Promise<void> {
  if (service.state.draining) {
    return; // npm forwards a signal that the terminal has already sent to the whole group
  }
  const { deadlineMs } = settings;
  // Ctrl-C comes from a person with no load balancer in front: nothing to wait for.
  const drainMs = signal === "SIGINT" ? 0 : settings.drainMs;
  log("info", "draining", { signal, drainMs, deadlineMs });
  const cut = await drain(service, { drainMs, deadlineMs });
  log(cut > 0 ? "error" : "info", "stopped", { requestsCut: cut });
  process.exit(cut > 0 ? 1 : 0);
}

main();
