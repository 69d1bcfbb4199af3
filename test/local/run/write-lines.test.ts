import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { writeLines } from "../../../local/run/write-lines.ts";

describe("lines of the log", () => {
  it("go out in order, those of a turn together", async () => {
    const written: string[] = [];
    const write = writeLines((text) => written.push(text));
    write("a");
    write("b");
    expect(written).toEqual([]);
    await nextTurn();
    write("c");
    await nextTurn();
    expect(written).toEqual(["a\nb\n", "c\n"]);
  });

  it("that are left go out when the process ends", () => {
    const before = process.listeners("exit");
    const written: string[] = [];
    writeLines((text) => written.push(text))("last");
    for (const listener of process.listeners("exit")) if (!before.includes(listener)) listener(0);
    expect(written).toEqual(["last\n"]);
  });
});
