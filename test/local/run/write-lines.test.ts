import { describe, expect, it } from "vitest";
import { writeLines } from "../../../local/run/write-lines.ts";

describe("lines of the log", () => {
  it("go out in order, those of some milliseconds together", () => {
    const written: string[] = [];
    const waiting: (() => void)[] = [];
    const write = writeLines(
      (text) => written.push(text),
      (run) => waiting.push(run),
    );
    write("a");
    write("b");
    expect(written).toEqual([]);
    waiting.shift()?.();
    write("c");
    waiting.shift()?.();
    expect(written).toEqual(["a\nb\n", "c\n"]);
    expect(waiting).toEqual([]);
  });

  it("that are left go out when the process ends", () => {
    const before = process.listeners("exit");
    const written: string[] = [];
    writeLines(
      (text) => written.push(text),
      () => undefined,
    )("last");
    for (const listener of process.listeners("exit")) if (!before.includes(listener)) listener(0);
    expect(written).toEqual(["last\n"]);
  });
});
