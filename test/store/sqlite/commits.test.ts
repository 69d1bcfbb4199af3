import { DatabaseSync } from "node:sqlite";
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Commits, groupCommits } from "../../../lib/store/sqlite/commits.ts";

describe("commits in groups", () => {
  let db: DatabaseSync;
  let syncs: PromiseWithResolvers<void>[];
  let commits: Commits;
  let planned: (() => void)[];
  let told: unknown[];
  beforeEach(() => {
    db = new DatabaseSync(":memory:");
    db.exec("CREATE TABLE kept (name TEXT PRIMARY KEY NOT NULL)");
    syncs = [];
    planned = [];
    told = [];
    commits = groupCommits(
      db,
      () => {
        const asked = Promise.withResolvers<void>();
        syncs.push(asked);
        return asked.promise;
      },
      (run) => planned.push(run),
      (fault) => told.push(fault),
    );
  });
  afterEach(() => db.close());

  const insert = (name: string | null) => () => {
    db.prepare("INSERT INTO kept VALUES (?)").run(name);
    return name;
  };
  const put = (name: string | null): Promise<unknown> => commits.write(insert(name));
  const kept = (): readonly unknown[] =>
    db
      .prepare("SELECT name FROM kept ORDER BY name")
      .all()
      .map((row) => row["name"]);

  /** Lets everything happen that waits for no sync. */
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 3; turn += 1) await nextTurn();
  };
  /** `waiting`, or how it ended. */
  const stateOf = (write: Promise<unknown>): Promise<unknown> =>
    Promise.race([
      write.then(
        (answer) => ({ answer }),
        (fault: unknown) => ({ fault: String(fault) }),
      ),
      settle().then(() => "waiting"),
    ]);
  const sync = async (at: number): Promise<void> => {
    syncs[at]?.resolve();
    await settle();
  };

  it("are one for the writes of a turn, with one sync", async () => {
    const exec = vi.spyOn(db, "exec");
    const writes = ["a", "b", "c"].map(put);
    await settle();
    expect(exec.mock.calls).toEqual([["BEGIN IMMEDIATE"], ["COMMIT"]]);
    expect(syncs).toHaveLength(1);
    await sync(0);
    expect(await Promise.all(writes)).toEqual(["a", "b", "c"]);
    expect(syncs).toHaveLength(1);
  });

  it("are answered after their sync, not before", async () => {
    const write = put("a");
    expect(await stateOf(write)).toBe("waiting");
    expect(kept()).toEqual(["a"]);
    await sync(0);
    expect(await stateOf(write)).toEqual({ answer: "a" });
  });

  it("answer what may be undone once they are made, and bring on no sync for it", async () => {
    const undoable = commits.write(insert("a"), true);
    expect(await stateOf(undoable)).toEqual({ answer: "a" });
    expect(syncs).toHaveLength(0);
    const [lasting, again] = [put("b"), commits.write(insert("c"), true)];
    expect(await stateOf(again)).toEqual({ answer: "c" });
    expect(await stateOf(lasting)).toBe("waiting");
    await sync(0);
    expect(await stateOf(lasting)).toEqual({ answer: "b" });
  });

  it("bring what may be undone to the disk soon, with one sync, where nothing else does", async () => {
    await Promise.all(["a", "b"].map((name) => commits.write(insert(name), true)));
    await commits.write(insert("c"), true);
    expect(planned).toHaveLength(1);
    expect(syncs).toHaveLength(0);
    planned[0]?.();
    await settle();
    expect(syncs).toHaveLength(1);
    await sync(0);
    await commits.write(insert("d"), true);
    expect(planned).toHaveLength(2);
  });

  it("plan no sync of what the next one brings along", async () => {
    await commits.write(insert("a"), true);
    const lasting = put("b");
    await settle();
    await sync(0);
    expect(await stateOf(lasting)).toEqual({ answer: "b" });
    planned[0]?.();
    await settle();
    expect(syncs).toHaveLength(1);
  });

  it("answer a read when what it saw cannot be rolled back any more, and fail it where that was", async () => {
    const write = put("a");
    const read = commits.read(kept);
    let answered = false;
    void read.then(() => (answered = true));
    await Promise.resolve();
    expect(answered).toBe(false);
    expect(await stateOf(read)).toEqual({ answer: ["a"] });
    await sync(0);
    await write;
    expect(await stateOf(commits.read(kept))).toEqual({ answer: ["a"] });
    const failing = put("b");
    const spoilt = commits.read(kept);
    expect(() => db.exec("ROLLBACK")).not.toThrow();
    expect(await stateOf(spoilt)).toHaveProperty("fault");
    expect(await stateOf(failing)).toHaveProperty("fault");
  });

  it("let an answer wait that nothing was written for, since what it was read from may not be on the disk", async () => {
    const first = put("a");
    await settle();
    const refused = commits.write(() => false);
    expect(await stateOf(refused)).toBe("waiting");
    await sync(0);
    expect(await stateOf(first)).toEqual({ answer: "a" });
    expect(await stateOf(refused)).toBe("waiting");
    await sync(1);
    expect(await stateOf(refused)).toEqual({ answer: false });
  });

  it("share the next sync while one runs, so that nobody waits for more than two", async () => {
    const writes: Promise<unknown>[] = [];
    for (let turn = 0; turn < 40; turn += 1) {
      writes.push(put(`w${turn}`));
      await nextTurn();
    }
    await settle();
    expect(syncs).toHaveLength(1);
    await sync(0);
    expect(syncs).toHaveLength(2);
    expect(await stateOf(writes[0] ?? Promise.reject(new Error("none")))).toEqual({ answer: "w0" });
    await sync(1);
    await Promise.all(writes);
    expect(syncs).toHaveLength(2);
  });

  it("are undone with a statement that fails, for all of its turn, and the table goes on", async () => {
    const earlier = put("a");
    await settle();
    await sync(0);
    await earlier;
    const [before, failing, after] = [put("b"), put(null), put("c")];
    expect(await stateOf(before)).toMatchObject({ fault: expect.stringContaining("NOT NULL") });
    expect(await stateOf(failing)).toMatchObject({ fault: expect.stringContaining("NOT NULL") });
    await settle();
    await sync(1);
    expect(await stateOf(after)).toEqual({ answer: "c" });
    expect(kept()).toEqual(["a", "c"]);
  });

  it("are not undone by a fault of ours, which comes before anything is written; later ones are answered", async () => {
    const faulty = commits.write(() => {
      throw new Error("ours");
    });
    expect(await stateOf(faulty)).toEqual({ fault: "Error: ours" });
    const later = put("a");
    await settle();
    await sync(0);
    expect(await stateOf(later)).toEqual({ answer: "a" });
  });

  it("are undone where the commit itself fails: the disk is full", async () => {
    const exec = vi.spyOn(db, "exec").mockImplementation((sql) => {
      if (sql === "COMMIT") throw Object.assign(new Error("database or disk is full"), { code: "ERR_SQLITE_ERROR" });
      return DatabaseSync.prototype.exec.call(db, sql);
    });
    expect(await stateOf(put("a"))).toEqual({ fault: "Error: database or disk is full" });
    expect(syncs).toHaveLength(0);
    exec.mockRestore();
    const later = put("b");
    await settle();
    await sync(0);
    expect(await stateOf(later)).toEqual({ answer: "b" });
    expect(kept()).toEqual(["b"]);
  });

  it("all fail once a sync has failed: nobody knows what the disk has, and a second try would only seem to bring it", async () => {
    const first = put("a");
    await settle();
    const meanwhile = put("b");
    await settle();
    syncs[0]?.reject(new Error("EIO"));
    expect(await stateOf(first)).toEqual({ fault: "Error: EIO" });
    expect(await stateOf(meanwhile)).toEqual({ fault: "Error: EIO" });
    expect(await stateOf(put("c"))).toEqual({ fault: "Error: EIO" });
    expect(syncs).toHaveLength(1);
    expect(told.map(String)).toEqual(["Error: EIO"]);
  });

  it("that are open when a sync fails fail too, unsynced", async () => {
    const first = put("a");
    await settle();
    syncs[0]?.reject(new Error("EIO"));
    const open = put("b");
    expect(await stateOf(first)).toEqual({ fault: "Error: EIO" });
    expect(await stateOf(open)).toEqual({ fault: "Error: EIO" });
    expect(syncs).toHaveLength(1);
  });

  it("rest while something else is done: what was begun is on the disk before, and what comes waits", async () => {
    const before = put("a");
    const work = Promise.withResolvers<void>();
    let seen: unknown;
    const pause = commits.pauseFor(() => {
      seen = [db.isTransaction, kept()];
      return work.promise;
    });
    await nextTurn();
    const during = put("b");
    await settle();
    expect(seen).toBeUndefined();
    await sync(0);
    expect(await stateOf(before)).toEqual({ answer: "a" });
    expect(seen).toEqual([false, ["a"]]);
    expect(await stateOf(during)).toBe("waiting");
    expect(kept()).toEqual(["a"]);
    work.resolve();
    await pause;
    await settle();
    await sync(1);
    expect(await stateOf(during)).toEqual({ answer: "b" });
  });

  it("rest for one thing after the other, and go on though one of them fails", async () => {
    const order: string[] = [];
    const first = commits.pauseFor(async () => {
      order.push("first");
      await nextTurn();
      throw new Error("no checkpoint");
    });
    const second = commits.pauseFor(() => Promise.resolve(void order.push("second", String(db.isTransaction))));
    await expect(first).rejects.toThrow("no checkpoint");
    await second;
    expect(order).toEqual(["first", "second", "false"]);
    const write = put("a");
    await settle();
    await sync(0);
    expect(await stateOf(write)).toEqual({ answer: "a" });
  });
});
