import type { DatabaseSync } from "node:sqlite";

/** Writes that share commits, and syncs. */
export type Commits = {
  /**
   * Does one write in the transaction that is open, and answers once that is on the disk, an undoable one once it is
   * committed, and is on the disk soon; `run` may find nothing to write.
   */
  readonly write: <Answer>(run: () => Answer, undoable?: boolean) => Promise<Answer>;
  /** Reads at once what is written, and answers when that cannot be rolled back any more. */
  readonly read: <Answer>(run: () => Answer) => Promise<Answer>;
  /** Begins no transaction while `work` runs; writes wait, and so does the next pause. What was begun is on the disk before. */
  readonly pauseFor: (work: () => Promise<void>) => Promise<void>;
};

type Waiter = {
  readonly answer: () => void;
  readonly reject: (fault: unknown) => void;
  readonly undoable: boolean;
};

/**
 * Group commit: the writes of one turn of the event loop share a transaction, and all transactions that were committed while
 * the last sync ran share the next one. So a slow disk costs time, not throughput, and nobody waits for more than two syncs.
 * `sync` brings what was committed to the disk without holding up this thread; a sync that failed leaves nobody knowing
 * what is there: from then on every write fails, until the process starts anew. `soon` calls back after as long as what may
 * be undone may wait for a sync that somebody else asks for. `onBroken` is told the first failed sync.
 */
export function groupCommits(
  db: DatabaseSync,
  sync: () => Promise<void>,
  soon: (run: () => void) => void,
  onBroken: (fault: unknown) => void = () => undefined,
): Commits {
  let open: Waiter[] | undefined;
  let committed: Waiter[] = [];
  let syncing: Promise<void> | undefined;
  let isUnsynced = false;
  let isSyncPlanned = false;
  let broken: unknown;
  let paused: (() => void)[] | undefined;
  let lastPause: Promise<void> = Promise.resolve();

  const syncAll = async (): Promise<void> => {
    do {
      const waiters = committed;
      committed = [];
      isUnsynced = false;
      try {
        if (broken !== undefined) throw broken;
        await sync();
        for (const { answer } of waiters) answer();
      } catch (fault) {
        for (const { reject } of waiters) reject(fault);
        if (broken === undefined) onBroken(fault);
        broken = fault;
      }
    } while (committed.length > 0);
    syncing = undefined;
  };

  const planSync = (): void => {
    isUnsynced = true;
    if (isSyncPlanned) return;
    isSyncPlanned = true;
    soon(() => {
      isSyncPlanned = false;
      if (isUnsynced && db.isOpen) syncing ??= syncAll();
    });
  };

  const rollBack = (fault: unknown): void => {
    const waiters = open ?? [];
    open = undefined;
    if (db.isTransaction) db.exec("ROLLBACK");
    for (const { reject } of waiters) reject(fault);
  };

  const commit = (): void => {
    if (!open) return;
    try {
      db.exec("COMMIT");
    } catch (fault) {
      rollBack(fault);
      return;
    }
    for (const waiter of open)
      if (waiter.undoable) waiter.answer();
      else committed.push(waiter);
    open = undefined;
    if (committed.length > 0) syncing ??= syncAll();
    else planSync();
  };

  const begin = (): Waiter[] => {
    db.exec("BEGIN IMMEDIATE");
    setImmediate(commit);
    return (open = []);
  };

  const write = <Answer>(run: () => Answer, undoable = false): Promise<Answer> =>
    new Promise<Answer>((resolve, reject) => {
      const attempt = (): void => {
        if (broken !== undefined) return reject(broken);
        try {
          const waiters = open ?? begin();
          const answer = run();
          waiters.push({ answer: () => resolve(answer), reject, undoable });
        } catch (fault) {
          reject(fault);
          if (isOfDatabase(fault)) rollBack(fault);
        }
      };
      if (paused) paused.push(attempt);
      else attempt();
    });

  const read = <Answer>(run: () => Answer): Promise<Answer> =>
    new Promise<Answer>((resolve, reject) => {
      const answer = run();
      if (open) open.push({ answer: () => resolve(answer), reject, undoable: true });
      else resolve(answer);
    });

  const pause = async (work: () => Promise<void>): Promise<void> => {
    const waiting: (() => void)[] = [];
    paused = waiting;
    commit();
    try {
      await syncing;
      await work();
    } finally {
      paused = undefined;
      for (const attempt of waiting) attempt();
    }
  };

  return {
    write,
    read,
    pauseFor: (work) => {
      const run = (): Promise<void> => pause(work);
      return (lastPause = lastPause.then(run, run));
    },
  };
}

/** A fault of the database leaves its transaction in doubt; one of ours happened before anything was written. */
const isOfDatabase = (fault: unknown): boolean =>
  fault instanceof Error && (fault as NodeJS.ErrnoException).code === "ERR_SQLITE_ERROR";
