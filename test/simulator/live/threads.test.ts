import { expect, test } from "vitest";
import { entriesOf, newThreads, noteEntry } from "../../../simulator/live/threads.ts";

const happened = { at: "", t: "GROUP_MSG_REJECT", id: "e" };

test("a conversation keeps its last three hundred entries, the list its last hundred conversations", () => {
  const threads = newThreads();
  for (let i = 0; i < 302; i += 1) noteEntry(threads, { scene: "group", id: "G" }, { kind: "happened", happened }, i);
  const entries = entriesOf(threads, { scene: "group", id: "G" });
  expect([entries.length, entries[0]?.n, entries.at(-1)?.n]).toEqual([300, 3, 302]);
  for (let i = 0; i < 101; i += 1) noteEntry(threads, { scene: "c2c", id: `U${i}` }, { kind: "happened", happened }, i);
  noteEntry(threads, { scene: "c2c", id: "U5" }, { kind: "happened", happened }, 500);
  expect(threads.recent).toHaveLength(100);
  expect(threads.recent.at(-1)).toEqual({ target: { scene: "c2c", id: "U5" }, at: 500 });
  expect(threads.recent.filter(({ target }) => target.id === "U5")).toHaveLength(1);
});
