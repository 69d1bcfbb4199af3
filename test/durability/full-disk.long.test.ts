import { spawnSync } from "node:child_process";
import { appendFileSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Child, runLocal, untilReady } from "../local/child.ts";
import { post, readStates, type Surroundings, surround } from "./relay.ts";

const mount = (folder: string): boolean =>
  spawnSync("mount", ["-t", "tmpfs", "-o", "size=16m", "tmpfs", folder]).status === 0;
const unmount = (folder: string): unknown => spawnSync("umount", ["-l", folder]);

const megabyte = Buffer.alloc(1024 * 1024);

describe("a full disk", () => {
  let around: Surroundings;
  let child: Child | undefined;
  beforeEach(async () => {
    around = await surround();
  });
  afterEach(async () => {
    child?.process.kill("SIGKILL");
    await child?.exit;
    unmount(around.data);
    await around.stop();
  });

  /** Fills the disk to its last byte. */
  const fill = (): void => {
    for (const chunk of [megabyte, megabyte.subarray(0, 4_096), megabyte.subarray(0, 1)])
      try {
        for (;;) appendFileSync(join(around.data, "filler"), chunk);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
      }
  };

  it("is answered with 503, nothing accepted is lost, and it ends when there is space again", async ({ skip }) => {
    if (!mount(around.data)) skip("no file system of its own may be mounted here: it needs root");
    child = runLocal("run/start.mjs", around.args, around.env);
    await untilReady(child);
    const { url } = child;
    const accepted: string[] = [];
    const statuses: (number | undefined)[] = [];
    const postMany = async (name: string, count: number): Promise<void> => {
      for (let at = 0; at < count; at += 1) {
        const title = `${name}-${at}`;
        const status = await post(url(), title);
        statuses.push(status);
        if (status === 202) accepted.push(title);
      }
    };
    await postMany("before", 20);
    expect(accepted).toHaveLength(20);
    fill();
    expect(statfsSync(around.data).bavail).toBe(0);
    await postMany("full", 40);
    expect(new Set(statuses)).toEqual(new Set([202, 503]));
    expect(statuses.at(-1)).toBe(503);
    rmSync(join(around.data, "filler"));
    await postMany("after", 20);
    expect(statuses.slice(-20)).toEqual(Array.from({ length: 20 }, () => 202));

    child.process.kill("SIGTERM");
    expect(await child.exit).toBe(0);
    const states = await readStates(around.data);
    expect(accepted.filter((title) => !states.has(`target#c2c:U1 ${title}`))).toEqual([]);
  });
});
