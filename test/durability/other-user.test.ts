import { spawnSync } from "node:child_process";
import { chmodSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Child, runLocal, untilReady } from "../local/child.ts";
import { post, type Surroundings, surround } from "./relay.ts";

const nobody = 65_534;

/** What another user gets of a file or folder. */
const readAs = (uid: number, command: "cat" | "ls", path: string): string =>
  spawnSync(command, [path], { uid, gid: uid, encoding: "utf8" }).stdout;

describe.skipIf(process.getuid?.() !== 0)("another user of the machine (needs root, to be one)", () => {
  let around: Surroundings;
  let child: Child;
  beforeEach(async () => {
    around = await surround();
    chmodSync(around.folder, 0o755);
    chmodSync(around.data, 0o755);
    child = runLocal("run/start.mjs", around.args, around.env);
    await untilReady(child);
  });
  afterEach(async () => {
    child.process.kill("SIGKILL");
    await child.exit;
    await around.stop();
  });

  it("reads nothing of the data folder while it runs, though the folder was open and is reached", async () => {
    expect(await post(child.url(), "private")).toBe(202);
    const beside = join(around.folder, "beside");
    writeFileSync(beside, "open");
    chmodSync(beside, 0o644);
    expect(readAs(nobody, "cat", beside)).toBe("open");

    const files = readdirSync(around.data);
    expect(files).toEqual(
      expect.arrayContaining(["relay.sqlite", "relay.sqlite-wal", "relay.sqlite-shm", "admin-token"]),
    );
    expect(readAs(nobody, "ls", around.data)).toBe("");
    expect(files.map((file) => readAs(nobody, "cat", join(around.data, file)))).toEqual(files.map(() => ""));
    // Each file by itself, too: whoever has a way around the folder finds it closed.
    chmodSync(around.data, 0o755);
    expect(files.map((file) => readAs(nobody, "cat", join(around.data, file)))).toEqual(files.map(() => ""));
  });
});
