import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { filterContext, shippedFiles } from "../image/context.ts";
import { readDockerfile } from "../image/dockerfile.ts";
import { projectFiles, root } from "./project-files.ts";
import { findReached } from "./shipped.ts";

const read = (file: string): string => readFileSync(join(root, file), "utf8");

type Package = {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
};
const { scripts, dependencies } = JSON.parse(read("package.json")) as Package;

const commands = ["start", "relay", "simulator"].map(
  (name) => /^node (?:--\S+ )*(\S+\.m?[jt]s)$/.exec(scripts[name] ?? "")?.[1] ?? "",
);
const dockerfile = readDockerfile(read("Dockerfile"));
const shipped = shippedFiles(dockerfile, filterContext(read(".dockerignore"), projectFiles));

describe("what runs on a machine of one's own", () => {
  const reached = findReached([...commands, "infra/routes.ts", "infra/settings.ts"], read);

  it("is found whole", async () =>
    expect((await reached).files).toEqual(
      expect.arrayContaining([...commands, "lib/store/sqlite/checkpoint-worker.ts", "local/run/dynamo-endpoint.ts"]),
    ));

  it("needs no package that is for development, for AWS or optional", async () => {
    const { sst: _, ...brought } = dependencies;
    expect((await reached).packages.filter((name) => !Object.hasOwn(brought, name))).toEqual([]);
  });

  it("is in the image", async () =>
    expect((await reached).files.filter((file) => !shipped.includes(file))).toEqual([]));

  it("is started there as npm start does", () =>
    expect(dockerfile.stages.at(-1)?.instructions.findLast(({ word }) => word === "CMD")?.rest).toBe(
      JSON.stringify(scripts["start"]?.split(" ")).replaceAll(",", ", "),
    ));
});

describe("what must not get into the image", () => {
  const kept = (files: readonly string[]) => filterContext(read(".dockerignore"), files);

  it.each([".env", ".env.production", ".relay/relay.sqlite", ".git/config", "node_modules/zod/index.js"])(
    "%s",
    (file) => expect(kept([file])).toEqual([]),
  );
  it.each(["test/image/image.test.ts", "functions/c2c.ts", "infra/table.ts", "bench/main.ts", "simulator/README.md"])(
    "%s",
    (file) => expect(kept([file])).toEqual([]),
  );
  it("but what runs does", () =>
    expect(kept(["package.json", "infra/routes.ts", "lib/model/scene.ts", "local/require-node.cjs"])).toHaveLength(4));
});

it("Compose publishes the public door only, on this machine unless told otherwise", () => {
  const compose = read("compose.yaml");
  const published = [...compose.matchAll(/^ *- "(.*)"$/gm)].map(([, port]) => port);
  // oxlint-disable-next-line no-template-curly-in-string
  expect(published).toEqual(["${HOST:-127.0.0.1}:${PORT:-8787}:8787"]);
  expect(compose).toContain("ADMIN_HOST: 127.0.0.1\n");
});
