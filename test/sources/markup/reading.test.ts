import { beforeEach, expect, it, vi } from "vitest";

beforeEach(() => void vi.resetModules());

/** The modules of a process that has read no markup. */
const fresh = async () => ({
  ...(await import("../../../lib/sources/markup/reading.ts")),
  ...(await import("../../../lib/sources/markup/read-markup.ts")),
});

it("what needs the parser, or emoji, is read again when they are there, and only then", async () => {
  const { readingMarkup, readMarkup } = await fresh();
  const read = vi.fn<(text: string) => ReturnType<typeof readMarkup>>((text) => readMarkup(text, { image: "" }));
  expect(await readingMarkup(() => read("plain_text: 1"))).toEqual([{ words: "plain_text: 1" }]);
  expect(read).toHaveBeenCalledTimes(1);
  for (const times of [4, 5]) {
    expect(await readingMarkup(() => read("**bold** :tada:"))).toEqual([{ words: "bold 🎉" }]);
    expect(read).toHaveBeenCalledTimes(times);
  }
});

it("a fault of the reader's own is thrown, once", async () => {
  const { readingMarkup } = await fresh();
  const read = vi.fn<() => void>(() => {
    throw new Error("broken");
  });
  await expect(readingMarkup(read)).rejects.toThrow("broken");
  expect(read).toHaveBeenCalledTimes(1);
});

it("without a wait markup is read only after all has come", async () => {
  const { loadMarkup, readMarkup } = await fresh();
  const read = () => readMarkup("a\n- *b*", { image: "" });
  expect(read).toThrow("the parser is not loaded");
  await loadMarkup();
  expect(read()).toEqual([{ words: "a" }, { words: "b" }]);
});
