import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { buildImage, type Image } from "./build-image.ts";
import { filterContext } from "./context.ts";
import { readDockerfile } from "./dockerfile.ts";

const folder = mkdtempSync(join(tmpdir(), "build-"));
afterAll(() => rmSync(folder, { recursive: true }));

const root = join(folder, "context");
mkdirSync(join(root, "lib"), { recursive: true });
writeFileSync(join(root, "lib", "a.txt"), "a");
writeFileSync(join(root, "b.txt"), "b");

let count = 0;
const build = (text: string): Promise<Image> => {
  const out = join(folder, String((count += 1)));
  mkdirSync(out);
  return buildImage(readDockerfile(text), { root, context: ["lib/a.txt", "b.txt"], out });
};

describe("a Dockerfile that is followed", () => {
  it("copies from the context and from a stage, runs where it is, and keeps what starts it", async () => {
    const image = await build(`# a comment
ARG BASE=node
FROM \${BASE} AS first
WORKDIR /app
COPY lib ./lib
COPY b.txt ./
RUN cat lib/a.txt b.txt > both.txt && mkdir \\
  /data
FROM \${BASE}
WORKDIR /srv
COPY --from=first /app ./
ENV A=1 B=2
USER 1:2
HEALTHCHECK --interval=1s CMD ["true"]
CMD ["node", "a.ts"]
`);
    expect(readFileSync(join(image.folder, "srv", "both.txt"), "utf8")).toBe("ab");
    expect(readdirSync(join(image.folder, "srv")).toSorted()).toEqual(["b.txt", "both.txt", "lib"]);
    expect(readdirSync(join(image.folder, "..", "first")).toSorted()).toEqual(["app", "data"]);
    expect(image).toMatchObject({ workdir: "/srv", env: { A: "1", B: "2" }, user: { uid: 1, gid: 2 } });
    expect(image).toMatchObject({ healthcheck: ["true"], command: ["node", "a.ts"] });
  });

  it.each([
    ["an instruction that is not known", "FROM a\nADD lib .\n", "ADD"],
    ["a file that is not in the context", "FROM a\nCOPY .env .\n", "COPY .env: nothing of that name is in the context"],
    ["a command that fails", "FROM a\nRUN false\n", "Command failed"],
    ["no instruction", "FROM a\nhello\n", "no instruction"],
    ["no stage", "ARG A=1\n", "without a stage"],
  ])("stops at %s", async (_, text, told) => expect(async () => build(text)).rejects.toThrow(told));
});

describe("a .dockerignore", () => {
  it.each([
    ["", ["a", "b/c"]],
    ["*", []],
    ["b", ["a"]],
    ["*\n!b", ["b/c"]],
    ["*\n!b/c", ["b/c"]],
    ["**/c\n# a", ["a"]],
    ["!a\n*", []],
  ])("%j leaves %j", (ignore, left) => expect(filterContext(ignore, ["a", "b/c"])).toEqual(left));
});
