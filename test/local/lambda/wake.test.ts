import { describe, expect, it } from "vitest";
import type { Target } from "../../../lib/model/target.ts";
import { createWake } from "../../../local/lambda/wake.ts";

const target = (id: string): Target => ({ scene: "group", id });

/** Runs that end when the test says so, in the order they began. */
function heldRuns() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const run = (target: Target): Promise<void> => {
    begun.push(target.id);
    return new Promise((resolve) => ends.push(resolve));
  };
  return { begun, run, endNext: () => ends.shift()?.() };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("the in-process wake-up", () => {
  it("folds any number of wake-ups during a run into one more run", async () => {
    const { begun, run, endNext } = heldRuns();
    const { wake, idle } = createWake(run);
    await wake(target("A"));
    await settle();
    for (let i = 0; i < 10; i++) await wake(target("A"));
    await settle();
    expect(begun).toEqual(["A"]);
    endNext();
    await settle();
    expect(begun).toEqual(["A", "A"]);
    endNext();
    await idle();
    expect(begun).toEqual(["A", "A"]);
  });

  it("runs different targets side by side, as many as it may, the rest in order", async () => {
    const { begun, run, endNext } = heldRuns();
    const { wake } = createWake(run, 2);
    for (const id of ["A", "B", "C", "D"]) await wake(target(id));
    await settle();
    expect(begun).toEqual(["A", "B"]);
    endNext();
    await settle();
    expect(begun).toEqual(["A", "B", "C"]);
  });

  it("lets another target pass one that waits for its own run", async () => {
    const { begun, run } = heldRuns();
    const { wake } = createWake(run, 2);
    for (const id of ["A", "A", "B"]) await wake(target(id));
    await settle();
    expect(begun).toEqual(["A", "B"]);
  });

  it("gives a wake-up that waits for a run to that run, which looks again", async () => {
    const { begun, run, endNext } = heldRuns();
    const { wake, takeWaiting, idle } = createWake(run);
    await wake(target("A"));
    await settle();
    expect(takeWaiting(target("A"))).toBe(false);
    await wake(target("A"));
    expect([takeWaiting(target("A")), takeWaiting(target("A"))]).toEqual([true, false]);
    endNext();
    await idle();
    expect(begun).toEqual(["A"]);
  });

  it("is idle at once when nothing was woken, and after a run that failed", async () => {
    let runs = 0;
    const { wake, idle } = createWake(() => Promise.reject(new Error(`fault ${++runs}`)));
    await idle();
    await wake(target("A"));
    await idle();
    await wake(target("A"));
    await idle();
    expect(runs).toBe(2);
  });

  it("when stopped ends what runs and starts nothing", async () => {
    const { begun, run, endNext } = heldRuns();
    const { wake, stop } = createWake(run, 1);
    for (const id of ["A", "B"]) await wake(target(id));
    await settle();
    let ended = false;
    const stopped = stop().then(() => (ended = true));
    await wake(target("C"));
    await settle();
    expect(ended).toBe(false);
    endNext();
    await stopped;
    expect(begun).toEqual(["A"]);
  });
});
