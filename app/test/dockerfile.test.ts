import { strict as assert } from "node:assert";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { readSettings } from "../src/settings";
import { readDockerfile } from "./support/dockerfile";

const folder = resolve(__dirname, "..");
const read = (name: string) => readFileSync(resolve(folder, name), "utf8");

describe("the Dockerfile", () => {
  const instructions = readDockerfile(resolve(folder, "Dockerfile"));
  const all = (name: string) => instructions.filter((instruction) => instruction.name === name);
  const runtime = instructions.filter(({ stage }) => stage === 1);
  const one = (name: string) => {
    const found = runtime.filter((instruction) => instruction.name === name);
    assert.equal(found.length, 1, `${name} occurs ${found.length} times in the runtime stage`);
    return found[0]?.value ?? "";
  };
  const execForm = (value: string) => JSON.parse(value) as string[];

  it("has known instructions only", () => {
    const known = "ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL RUN STOPSIGNAL USER WORKDIR".split(" ");
    assert.deepEqual([...new Set(instructions.map(({ name }) => name))].sort(), known);
  });

  it("takes every base image from an argument that stands before the first FROM", () => {
    const globals = instructions.filter(({ name, stage }) => name === "ARG" && stage === -1).map(({ value }) => value);
    assert.deepEqual(globals, [
      "BASE_REGISTRY=public.ecr.aws",
      "NODE_IMAGE=${BASE_REGISTRY}/docker/library/node:24-bookworm-slim",
      "RUNTIME_IMAGE=${NODE_IMAGE}",
    ]);
    assert.deepEqual(
      all("FROM").map(({ value }) => value),
      ["--platform=${BUILDPLATFORM} ${NODE_IMAGE} AS build", "${RUNTIME_IMAGE} AS runtime"],
    );
  });

  it("fetches no Dockerfile frontend from another registry", () =>
    assert.doesNotMatch(read("Dockerfile"), /^#\s*syntax=/m));

  it("runs as a numeric user and group that are not root", () => {
    const [, user, group] = /^(\d+):(\d+)$/.exec(one("USER")) ?? [];
    assert.ok(Number(user) > 0 && Number(group) > 0, one("USER"));
  });

  it("needs no shell at run time", () => {
    assert.deepEqual([execForm(one("ENTRYPOINT")), execForm(one("CMD"))], [["node"], ["/app/main.js"]]);
    const [, check = ""] = /\bCMD (.*)$/.exec(one("HEALTHCHECK")) ?? [];
    assert.deepEqual(execForm(check), ["node", "/app/healthcheck.js"]);
    assert.ok(runtime.every(({ name }) => name !== "RUN"));
  });

  it("starts files that the build compiles", () => {
    for (const script of [...execForm(one("CMD")), "/app/healthcheck.js"]) {
      assert.ok(existsSync(resolve(folder, script.replace("/app/", "src/").replace(/\.js$/, ".ts"))), script);
    }
  });

  it("stops with SIGTERM and listens on the service's default port", () => {
    assert.equal(one("STOPSIGNAL"), "SIGTERM");
    assert.equal(one("EXPOSE"), String(readSettings({}).port));
  });

  it("puts nothing into the runtime image but compiled files", () => {
    assert.equal(one("COPY"), "--from=build /build/dist/ ./");
  });

  it("installs exactly what the lock file says, and runs no package's scripts", () => {
    const installs = all("RUN").filter(({ value }) => /\b(npm|yarn|apt|apk|curl|wget)\b/.test(value));
    assert.deepEqual(
      installs.map(({ value }) => value),
      ["npm ci --ignore-scripts --no-audit --no-fund", "npm run build"],
    );
  });

  it("labels commit, version, source and creation time from arguments", () => {
    for (const [label, argument] of [
      ["revision", "COMMIT"],
      ["version", "VERSION"],
      ["source", "SOURCE"],
      ["created", "CREATED"],
    ] as const) {
      assert.ok(runtime.some(({ name, value }) => name === "ARG" && value.startsWith(`${argument}=`)));
      assert.ok(one("LABEL").includes(`org.opencontainers.image.${label}="\${${argument}}"`), label);
    }
  });

  it("copies nothing that .dockerignore keeps out", () => {
    const admitted = read(".dockerignore").match(/(?<=^!).+$/gm) ?? [];
    const copied = all("COPY")
      .filter(({ stage }) => stage === 0)
      .flatMap(({ value }) => value.split(" ").slice(0, -1));
    assert.deepEqual(copied.map((path) => path.replace(/\/$/, "")).sort(), [...admitted].sort());
    assert.match(read(".dockerignore"), /^\*$/m);
  });
});

describe("the app's own lock file", () => {
  interface Locked {
    version?: string;
    integrity?: string;
    devDependencies?: unknown;
    dependencies?: unknown;
  }
  const manifest = JSON.parse(read("package.json")) as Locked & { devDependencies: Record<string, string> };
  const { packages } = JSON.parse(read("package-lock.json")) as { packages: Record<string, Locked> };

  it("agrees with package.json, which pins exact versions and has no run-time dependency", () => {
    assert.equal(manifest.dependencies, undefined);
    assert.deepEqual(packages[""]?.devDependencies, manifest.devDependencies);
    for (const [name, version] of Object.entries(manifest.devDependencies)) {
      assert.match(version, /^\d+\.\d+\.\d+$/);
      assert.equal(packages[`node_modules/${name}`]?.version, version);
    }
  });

  it("holds the hash of every package", () => {
    const missing = Object.entries(packages).filter(([path, { integrity }]) => path !== "" && !integrity);
    assert.deepEqual(missing, []);
  });
});
