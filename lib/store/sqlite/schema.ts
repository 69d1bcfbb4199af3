/** Tells the relay's files from those of other programs: `rely` as a number. */
export const applicationId = 0x72_65_6c_79;

/**
 * One row an item: what indexes need as columns, and all of it as JSON. The two indexes hold what their queries answer, so
 * that these touch no item. Each migration leads from the version of its place to the next one, in one transaction.
 */
export const migrations: readonly string[] = [
  `CREATE TABLE items (
     pk TEXT NOT NULL, sk TEXT NOT NULL, live TEXT, dueShard TEXT, dueAt REAL, expiresAt REAL, item TEXT NOT NULL,
     UNIQUE (pk, sk)
   ) STRICT;
   CREATE INDEX live ON items (pk, live, sk) WHERE live IS NOT NULL;
   CREATE INDEX due ON items (dueShard, dueAt, pk, sk) WHERE dueShard IS NOT NULL;
   CREATE INDEX expiry ON items (expiresAt) WHERE expiresAt IS NOT NULL;`,
  // Each delivery gets its place in its target's log.
  `UPDATE items SET
     dueShard = 'log#' || substr(pk, 8), dueAt = item ->> 'arrivedAt',
     item = json_set(item, '$.dueShard', 'log#' || substr(pk, 8), '$.dueAt', item ->> 'arrivedAt')
   WHERE pk >= 'target#' AND pk < 'target$' AND sk >= 'delivery#' AND sk < 'delivery$';`,
];

const isCurrent = "(expiresAt IS NULL OR expiresAt > ?)";

/** Times of expiry are in seconds. Pages begin behind the last row of the one before. */
export const statements = {
  raw: "SELECT rowid, item FROM items WHERE pk = ? AND sk = ?",
  get: `SELECT item FROM items WHERE pk = ? AND sk = ? AND ${isCurrent}`,
  put: `INSERT INTO items (pk, sk, live, dueShard, dueAt, expiresAt, item) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (pk, sk) DO UPDATE SET live = excluded.live, dueShard = excluded.dueShard, dueAt = excluded.dueAt,
    expiresAt = excluded.expiresAt, item = excluded.item`,
  rewrite: "UPDATE items SET item = ? WHERE rowid = ?",
  remove: "DELETE FROM items WHERE pk = ? AND sk = ?",
  query: `SELECT item, sk FROM items WHERE pk = ? AND sk >= ? AND sk <= ? AND ${isCurrent} ORDER BY sk LIMIT ?`,
  live: `SELECT item, live, sk FROM items
    WHERE pk = ? AND live IS NOT NULL AND (live, sk) > (?, ?) AND live <= ? AND ${isCurrent} ORDER BY live, sk LIMIT ?`,
  countLive: "SELECT count(*) AS count FROM items WHERE pk = ? AND live IS NOT NULL AND live >= ? AND live <= ?",
  hasLive: "SELECT 1 FROM items WHERE pk = ? AND live IS NOT NULL AND live >= ? AND live <= ? LIMIT 1",
  due: `SELECT pk, sk, dueAt FROM items
    WHERE dueShard = ? AND dueAt <= ? AND (dueAt, pk, sk) > (?, ?, ?) ORDER BY dueAt, pk, sk LIMIT ?`,
  latest: `SELECT pk, sk, dueAt FROM items
    WHERE dueShard = ? AND dueAt >= ? AND (dueAt, pk, sk) < (?, ?, ?) ORDER BY dueAt DESC, pk DESC, sk DESC LIMIT ?`,
  scanLive: `SELECT pk, sk, live FROM items
    WHERE live IS NOT NULL AND (pk, live, sk) > (?, ?, ?) ORDER BY pk, live, sk LIMIT ?`,
  keys: "SELECT pk, sk FROM items WHERE (pk, sk) > (?, ?) ORDER BY pk, sk LIMIT ?",
  named: "SELECT pk, sk FROM items WHERE sk = ? AND pk > ? ORDER BY pk LIMIT ?",
  expire: "DELETE FROM items WHERE rowid IN (SELECT rowid FROM items WHERE expiresAt <= ? LIMIT ?)",
} as const;
