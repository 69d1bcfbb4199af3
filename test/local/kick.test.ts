import { describe, expect, it } from "vitest";
import type { Target } from "../../lib/model/target.ts";
import { createKick } from "../../local/kick.ts";

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

describe("the in-process kick", () => {
  it("folds any number of kicks during a run into one more run", async () => {
    const { begun, run, endNext } = heldRuns();
    const { kick, idle } = createKick(run);
    await kick(target("A"));
    await settle();
    for (let i = 0; i < 10; i++) await kick(target("A"));
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
    const { kick } = createKick(run, 2);
    for (const id of ["A", "B", "C", "D"]) await kick(target(id));
    await settle();
    expect(begun).toEqual(["A", "B"]);
    endNext();
    await settle();
    expect(begun).toEqual(["A", "B", "C"]);
  });

  it("lets another target pass one that waits for its own run", async () => {
    const { begun, run } = heldRuns();
    const { kick } = createKick(run, 2);
    for (const id of ["A", "A", "B"]) await kick(target(id));
    await settle();
    expect(begun).toEqual(["A", "B"]);
  });

  it("is idle at once when nothing was kicked, and after a run that failed", async () => {
    let runs = 0;
    const { kick, idle } = createKick(() => Promise.reject(new Error(`fault ${++runs}`)));
    await idle();
    await kick(target("A"));
    await idle();
    await kick(target("A"));
    await idle();
    expect(runs).toBe(2);
  });

  it("when stopped ends what runs and starts nothing", async () => {
    const { begun, run, endNext } = heldRuns();
    const { kick, stop } = createKick(run, 1);
    for (const id of ["A", "B"]) await kick(target(id));
    await settle();
    let ended = false;
    const stopped = stop().then(() => (ended = true));
    await kick(target("C"));
    await settle();
    expect(ended).toBe(false);
    endNext();
    await stopped;
    expect(begun).toEqual(["A"]);
  });
});
