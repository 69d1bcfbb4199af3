import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Inbound } from "../../lib/model/inbound.ts";
import { languages } from "../../lib/model/language.ts";
import { isRefusal } from "../../lib/model/refusal.ts";
import type { Source } from "../../lib/model/source.ts";
import { placesProof } from "../../lib/verify/places.ts";
import { inboundOf } from "../support/inbound.ts";
import { noticeFaults } from "../sources/notice-faults.ts";
import { root } from "./project-files.ts";

const text = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");

/** The blocks that name a file in their first line: path to code. */
const written = Object.fromEntries(
  [...text.matchAll(/^```ts\n\/\/ (\S+)\n(.*?)^```/gms)].map(([, path = "", code = ""]) => [path, code]),
);

const folder = mkdtempSync(join(tmpdir(), "example-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The project with the example in it: what is there already is linked to. */
beforeAll(() => {
  const link = (path: string) => symlinkSync(join(root, path), join(folder, path));
  mkdirSync(join(folder, "lib", "sources"), { recursive: true });
  for (const path of ["node_modules", "tsconfig.json", "package.json"]) link(path);
  for (const name of readdirSync(join(root, "lib"))) if (name !== "sources") link(join("lib", name));
  for (const name of readdirSync(join(root, "lib", "sources"))) link(join("lib", "sources", name));
  for (const [path, code] of Object.entries(written)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), code);
  }
  const config = { extends: "./tsconfig.json", include: Object.keys(written) };
  writeFileSync(join(folder, "tsconfig.example.json"), JSON.stringify(config));
});

const loadSource = async (): Promise<Source> =>
  ((await import(pathToFileURL(join(folder, "lib/sources/deploys.ts")).href)) as { deploys: Source }).deploys;

const inbound = (body: object, token: string): Inbound =>
  inboundOf({ body: JSON.stringify(body), headers: { "x-deploy-token": token } });

describe("the source that CONTRIBUTING.md writes out", () => {
  it("is two files, the format of some thirty lines", () => {
    expect(Object.keys(written)).toEqual(["lib/sources/deploys.ts", "lib/sources/deploys/format.ts"]);
    expect(written["lib/sources/deploys/format.ts"]?.split("\n").length).toBeLessThanOrEqual(35);
  });

  it("compiles as it stands there", () => {
    const tsc = join(root, "node_modules", ".bin", "tsc");
    const { stdout } = spawnSync(tsc, ["--noEmit", "-p", join(folder, "tsconfig.example.json")], { encoding: "utf8" });
    expect(stdout).toBe("");
  });

  it("tells a request in both languages, and refuses another", async () => {
    const source = await loadSource();
    const format = await source.load();
    const request = inbound({ app: "shop", version: "1.4.2", state: "failed" }, "right-secret");
    const proof = placesProof(source.dialect?.proofs ?? [], request);
    expect(proof.kind === "proof" && [proof.matches("right-secret"), proof.matches("wrong-secret")]).toEqual([
      true,
      false,
    ]);
    const parsed = format.parse(request, {});
    if (isRefusal(parsed)) throw new Error(parsed.message);
    const told = languages.map((language) =>
      format.map(parsed, { language, at: request.at, timeZone: "Asia/Shanghai" }),
    );
    expect(told.flatMap((notice) => (notice ? noticeFaults(notice, "deploys") : ["silent"]))).toEqual([]);
    expect(told.map((notice) => notice?.title)).toEqual(["shop 1.4.2 上线失败", "shop 1.4.2 failed to deploy"]);
    expect(told[0]).toMatchObject({ source: "deploys", event: "failed", level: "error", key: "deploys/shop" });
    expect(format.parse(inbound({ app: "shop", version: 2, state: "live" }, ""), {})).toMatchObject({
      refusal: "invalid",
      message: expect.stringContaining("body.version: expected string, received number"),
    });
  });
});
