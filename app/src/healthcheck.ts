/** The container's own probe, for a HEALTHCHECK without a shell or curl: exit code 0 when the service is alive. */
fetch(`http://127.0.0.1:${process.env.PORT || "8080"}/healthz`, { signal: AbortSignal.timeout(2_000) })
  .then((response) => process.exit(response.ok ? 0 : 1))
  .catch(() => process.exit(1));
