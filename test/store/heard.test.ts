import { describe, expect } from "vitest";
import { day, minute } from "../../lib/base/time.ts";
import { createStore } from "../../lib/store/store.ts";
import { noon } from "../support/build.ts";
import { engines } from "../support/engines.ts";
import { engineTest } from "../support/line-fixtures.ts";

describe.each(engines)("who spoke lately, on %s", (_, start) => {
  const it = engineTest(start).extend("store", ({ engine }) => {
    engine.setClock(() => noon);
    return createStore(engine.table, 30);
  });

  it("is told newest first, each person of a conversation once, over all scenes", async ({ store }) => {
    const group = { scene: "group", target: "G1" } as const;
    await store.noteHeard({ ...group, user: "M1", name: "小明", at: noon - 3 * minute });
    await store.noteHeard({ ...group, user: "M2", at: noon - 2 * minute });
    await store.noteHeard({ scene: "channel", target: "101", guild: "7", user: "5", at: noon - minute });
    await store.noteHeard({ ...group, user: "M1", name: "小明", at: noon });
    expect(await store.readHeard(noon)).toEqual([
      { ...group, user: "M1", name: "小明", at: noon },
      { scene: "channel", target: "101", guild: "7", user: "5", at: noon - minute },
      { ...group, user: "M2", at: noon - 2 * minute },
    ]);
  });

  it("is told of a week, and of some twenty a scene", async ({ store }) => {
    await store.noteHeard({ scene: "c2c", target: "U0", at: noon - 8 * day });
    for (let at = 1; at <= 70; at += 1) await store.noteHeard({ scene: "group", target: `G${at}`, at: noon + at });
    const heard = await store.readHeard(noon + 70);
    expect(heard.length).toBeGreaterThanOrEqual(20);
    expect(heard.length).toBeLessThanOrEqual(30);
    expect(heard.slice(0, 20).map(({ target }) => target)).toEqual(
      Array.from({ length: 20 }, (__, at) => `G${70 - at}`),
    );
  });
});
