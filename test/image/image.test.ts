import { execFile } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSimulator } from "../../simulator/server.ts";
import { projectFiles, root } from "../structure/project-files.ts";
import { buildImage, type Image } from "./build-image.ts";
import { filterContext } from "./context.ts";
import { readDockerfile } from "./dockerfile.ts";
import { postOne, type Started, startReady } from "./start.ts";

const run = promisify(execFile);
const read = (file: string): string => readFileSync(join(root, file), "utf8");

const out = mkdtempSync(join(tmpdir(), "image-"));
afterAll(() => rmSync(out, { recursive: true }));

const sent = [202, { deliveries: [expect.objectContaining({ state: "sent" })] }];
const freePorts = { PORT: "0", SIM_PORT: "0", ADMIN_PORT: "0", MeSecret: "me-secret" };

const isRoot = process.getuid?.() === 0;

describe(`the image${isRoot ? "" : " (needs root: it is started as another user)"}`, { skip: !isRoot }, () => {
  let image: Image;
  let relay: Started;
  let env: NodeJS.ProcessEnv;

  /** Runs a command of the image as its user, who may write nowhere but in the volume. */
  const inside = (command: readonly string[]) => {
    const [file = "", ...args] = command;
    return run(file, args, { cwd: join(image.folder, image.workdir), env, ...image.user });
  };

  beforeAll(async () => {
    chmodSync(out, 0o755);
    const context = filterContext(read(".dockerignore"), projectFiles);
    image = await buildImage(readDockerfile(read("Dockerfile")), { root, context, out });
    const bin = join(image.folder, "usr", "local", "bin");
    mkdirSync(bin, { recursive: true });
    copyFileSync(process.execPath, join(bin, "node"));
    const volumes = Object.entries(image.env).map(([name, value]) => [
      name,
      image.volumes.includes(value) ? join(image.folder, value) : value,
    ]);
    env = { ...Object.fromEntries(volumes), ...freePorts, PATH: `${bin}:/usr/bin:/bin`, HOME: "/nonexistent" };
    relay = await startReady(image.command, { cwd: join(image.folder, image.workdir), env, ...image.user });
    env["PORT"] = relay.port;
  });
  afterAll(() => relay?.process.kill("SIGKILL"));

  it("is based on the Node that these tests run on", () =>
    expect(readDockerfile(read("Dockerfile")).defaults["NODE_IMAGE"]).toBe(
      `node:${process.versions.node.split(".")[0]}-slim`,
    ));

  it("runs as a user who is not root, and keeps its data in the volume, for itself", async () => {
    const status = readFileSync(`/proc/${relay.process.pid}/status`, "utf8");
    expect(/^Uid:\t(\d+)/m.exec(status)?.[1]).toBe(String(image.user.uid));
    expect(image.user.uid).toBeGreaterThan(0);
    expect(image.env["RELAY_DATA"]).toBe(image.volumes[0]);
    // What is compiled is being written meanwhile, under names that come and go.
    const others = /node_modules|compiled/;
    const own = globSync("**/*", { cwd: image.folder, exclude: (name) => others.test(name) }).filter(
      (file) => statSync(join(image.folder, file)).uid === image.user.uid,
    );
    const volume = image.volumes[0]?.slice(1) ?? "";
    expect(own).toContain(join(volume, "relay.sqlite"));
    expect(own.filter((file) => file !== volume && !file.startsWith(`${volume}/`))).toEqual([]);
    expect(statSync(join(image.folder, volume)).mode & 0o777).toBe(0o700);
  });

  it("takes a webhook and delivers it", async () => expect(await postOne(relay, "me-secret")).toEqual(sent));

  it("has a command line", async () => {
    const preview = ["preview", "local/sample-push.json", "--json", "--header", "X-GitHub-Event: push"];
    const { stdout } = await inside(["npm", "run", "--silent", "relay", "--", ...preview]);
    expect(JSON.parse(stdout)).toMatchObject({ notice: { source: "github" } });
  });

  it("has the gateway process, which says what it lacks and connects with it", async () => {
    const command = ["node", "local/gateway/start.mjs"];
    await expect(inside(command)).rejects.toThrow("没有设置 RELAY_EVENTS_URL");
    const simulator = await startSimulator({ port: 0, appId: "app", appSecret: "secret-of-the-bot" });
    const process = await startReady(command, {
      cwd: join(image.folder, image.workdir),
      env: {
        ...env,
        RELAY_DATA: join(env["RELAY_DATA"] ?? "", "gateway"),
        RELAY_EVENTS_URL: `http://127.0.0.1:${relay.port}/events`,
        QQ_APP_ID: "app",
        QQ_APP_SECRET: "secret-of-the-bot",
        QQ_API_BASE: simulator.url,
        QQ_TOKEN_URL: `${simulator.url}/app/getAppAccessToken`,
      },
      ...image.user,
    });
    try {
      await expect.poll(process.out, { timeout: 10_000 }).toContain("已连到 QQ 的网关");
    } finally {
      process.process.kill("SIGTERM");
      expect(await process.exit).toBe(0);
      await simulator.stop();
    }
  });

  it("opens only the public door to the outside", () => {
    expect(image.ports).toEqual(["8787"]);
    expect(image.env).toEqual({ HOST: "0.0.0.0", RELAY_DATA: "/data" });
  });

  it("holds neither sst nor native code nor what only development needs", () => {
    const modules = join(image.folder, image.workdir, "node_modules");
    expect(globSync("{sst*,esbuild,dynalite,vitest,typescript,node}", { cwd: modules })).toEqual([]);
    expect(globSync("**/*.{node,so,dylib,dll}", { cwd: modules })).toEqual([]);
  });

  it("is healthy while it runs, stops in order, and is not healthy then", async () => {
    await expect(inside(image.healthcheck)).resolves.toBeDefined();
    relay.process.kill("SIGTERM");
    expect(await relay.exit).toBe(0);
    await expect(inside(image.healthcheck)).rejects.toThrow("Command failed");
  });
});

describe("without development dependencies", () => {
  const project = join(out, "project");

  it("npm ci --omit=dev is enough for npm start", async () => {
    for (const name of ["package.json", "package-lock.json", "infra", "lib", "local", "simulator"])
      cpSync(join(root, name), join(project, name), { recursive: true });
    // Scripts only bring Node 24, which runs this test already.
    await run("npm", ["ci", "--omit=dev", "--ignore-scripts", "--prefer-offline"], { cwd: project });
    const env = { PATH: process.env["PATH"], HOME: out, RELAY_DATA: join(out, "bare"), ...freePorts };
    const relay = await startReady(["npm", "start", "--", "--no-sample"], { cwd: project, env, detached: true });
    try {
      expect(await postOne(relay, "me-secret")).toEqual(sent);
    } finally {
      process.kill(-(relay.process.pid ?? 0), "SIGTERM");
    }
    await relay.exit;
  });
});
