/** What the routes may know about the process. */
export interface ServiceState {
  readonly version: string;
  readonly commit: string;
  digest: string | undefined;
  draining: boolean;
}

export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

type Route = (state: ServiceState) => Reply;

const routes: ReadonlyMap<string, Route> = new Map<string, Route>([
  ["/", () => ({ status: 200, body: { message: "Delivered." } })],
  // Alive even while draining: a failing live check would kill the process in the middle of its last requests.
  ["/healthz", () => ({ status: 200, body: { status: "ok" } })],
  [
    "/readyz",
    ({ draining }) =>
      draining ? { status: 503, body: { status: "draining" } } : { status: 200, body: { status: "ready" } },
  ],
  [
    "/version",
    ({ version, commit, digest }) => ({ status: 200, body: { version, commit, digest: digest ?? "unknown" } }),
  ],
]);

const probes: ReadonlySet<string> = new Set(["/healthz", "/readyz"]);

export function isProbe(path: string): boolean {
  return probes.has(path);
}

export function answer(method: string, path: string, state: ServiceState): Reply {
  const route = routes.get(path);
  if (route === undefined) {
    return { status: 404, body: { error: "not found" } };
  }
  if (method !== "GET" && method !== "HEAD") {
    return { status: 405, body: { error: "method not allowed" }, headers: { allow: "GET, HEAD" } };
  }
  return route(state);
}
