import { execFile } from "node:child_process";
import { chmodSync, copyFileSync, cpSync, mkdirSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { promisify } from "node:util";
import { readCopy } from "./context.ts";
import { type Dockerfile, type Instruction, readPairs, type Stage } from "./dockerfile.ts";

export type Image = {
  /** Stands for `/` of the image, less what its base brings. */
  readonly folder: string;
  readonly workdir: string;
  readonly env: Readonly<Record<string, string>>;
  readonly volumes: readonly string[];
  readonly ports: readonly string[];
  readonly user: { readonly uid: number; readonly gid: number };
  readonly healthcheck: readonly string[];
  readonly command: readonly string[];
};

export type Source = {
  readonly root: string;
  /** Files below `root` that `.dockerignore` leaves. */
  readonly context: readonly string[];
  readonly out: string;
};

/**
 * What a container engine makes of a Dockerfile, without one: the same files by the same commands, in a folder. Stops at
 * an instruction that it does not know, so that it never passes over what an engine would do.
 */
export async function buildImage({ stages }: Dockerfile, source: Source): Promise<Image> {
  const images: Image[] = [];
  for (const stage of stages) images.push(await buildStage(stage, source));
  const last = images.at(-1);
  if (last === undefined) throw new Error("a Dockerfile without a stage");
  return last;
}

async function buildStage({ name, instructions }: Stage, source: Source): Promise<Image> {
  let image: Image = {
    folder: join(source.out, name),
    workdir: "/",
    env: {},
    volumes: [],
    ports: [],
    user: { uid: 0, gid: 0 },
    healthcheck: [],
    command: [],
  };
  mkdirSync(image.folder);
  for (const instruction of instructions) image = { ...image, ...(await follow(instruction, image, source)) };
  return image;
}

async function follow(instruction: Instruction, image: Image, source: Source): Promise<Partial<Image>> {
  const { word, rest } = instruction;
  switch (word) {
    case "ARG":
      return {};
    case "WORKDIR": {
      const workdir = posix.resolve(image.workdir, rest);
      mkdirSync(join(image.folder, workdir), { recursive: true });
      return { workdir };
    }
    case "COPY":
      copy(instruction, image, source);
      return {};
    case "RUN":
      await run(rest, image);
      return {};
    case "ENV":
      return { env: { ...image.env, ...readPairs(rest.split(/\s+/)) } };
    case "VOLUME":
      return { volumes: [...image.volumes, rest] };
    case "EXPOSE":
      return { ports: [...image.ports, rest] };
    case "USER": {
      const [uid = Number.NaN, gid = Number.NaN] = rest.split(":").map(Number);
      return { user: { uid, gid } };
    }
    case "HEALTHCHECK":
      return { healthcheck: JSON.parse(rest.replace(/^CMD\s+/, "")) as readonly string[] };
    case "CMD":
      return { command: JSON.parse(rest) as readonly string[] };
    default:
      throw new Error(`this test does not know what an engine does at ${word}`);
  }
}

function copy(instruction: Instruction, { folder, workdir }: Image, { root, context, out }: Source): void {
  const { from } = instruction.flags;
  if (from !== undefined) {
    const [path = "", to = ""] = instruction.rest.split(/\s+/);
    const options = { recursive: true, verbatimSymlinks: true };
    return cpSync(join(out, from, path), join(folder, posix.resolve(workdir, to)), options);
  }
  for (const { file, to } of readCopy(instruction, context)) {
    const place = join(folder, posix.resolve(workdir, to));
    mkdirSync(dirname(place), { recursive: true });
    copyFileSync(join(root, file), place);
    // As in a checkout made under a strict umask.
    chmodSync(place, 0o600);
  }
}

/** Absolute paths are the image's: they are moved below its folder. npm asks its cache first, and the registry then. */
async function run(command: string, { folder, workdir, env }: Image): Promise<void> {
  const moved = command.replaceAll(/(?<=\s)\/(?=\w)/g, `${folder}/`);
  await promisify(execFile)("sh", ["-c", moved], {
    cwd: join(folder, workdir),
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], npm_config_prefer_offline: "true", ...env },
  });
}
