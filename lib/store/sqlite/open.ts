import { DatabaseSync } from "node:sqlite";
import { readFault, type Unusable } from "./read-fault.ts";
import { applicationId, migrations } from "./schema.ts";

const read = (db: DatabaseSync, pragma: string): number =>
  Number(Object.values(db.prepare(`PRAGMA ${pragma}`).get() ?? {})[0]);

const isEmpty = (db: DatabaseSync): boolean => db.prepare("SELECT 1 FROM sqlite_schema LIMIT 1").get() === undefined;

/**
 * Opens the relay's database, makes it where there is none, and brings an older one up to date in one transaction, by the
 * migrations behind its version.
 * The log is synced by `groupCommits`, not by SQLite, and checkpoints are asked for: neither may hold up this thread.
 */
export function openDatabase(path: string, steps: readonly string[] = migrations): DatabaseSync | Unusable {
  const db = new DatabaseSync(path);
  try {
    const id = read(db, "application_id");
    const version = read(db, "user_version");
    const fresh = id === 0 && version === 0 && isEmpty(db);
    if (!fresh && id !== applicationId) return refuse(db, "foreign", `application id ${id}`);
    if (version > steps.length) return refuse(db, "newer", `version ${version}`);
    db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0");
    db.exec("PRAGMA busy_timeout = 5000; PRAGMA cache_size = -4000; PRAGMA journal_size_limit = 67108864");
    if (version < steps.length) migrate(db, version, steps);
    db.prepare("SELECT 1 FROM items LIMIT 1").get();
    return db;
  } catch (error) {
    const fault = readFault(error);
    if (fault) return refuse(db, fault.kind, fault.reason);
    db.close();
    throw error;
  }
}

function refuse(db: DatabaseSync, kind: Unusable["kind"], reason: string): Unusable {
  db.close();
  return { kind, reason };
}

function migrate(db: DatabaseSync, from: number, steps: readonly string[]): void {
  db.exec(
    `BEGIN IMMEDIATE; ${steps.slice(from).join("\n")}
     PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${steps.length}; COMMIT`,
  );
}
