import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { withProgress } from "../../../local/cli/progress.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const what = { zh: "还在备份", en: "still backing up" };

it("says nothing of what is soon done, and that it goes on of what takes long", async () => {
  const said: string[] = [];
  const tell = (line: string): void => void said.push(line);
  expect(await withProgress(what, Promise.resolve("soon"), tell)).toBe("soon");
  const { promise, resolve } = Promise.withResolvers<string>();
  const done = withProgress(what, promise, tell);
  await vi.advanceTimersByTimeAsync(1_900);
  expect(said).toEqual([]);
  await vi.advanceTimersByTimeAsync(11_000);
  expect(said).toEqual(["… 还在备份 · still backing up (2 s)\n", "… 还在备份 · still backing up (12 s)\n"]);
  resolve("late");
  expect(await done).toBe("late");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(said).toHaveLength(2);
});
