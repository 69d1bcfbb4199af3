import { DatabaseSync } from "node:sqlite";
import { parentPort, workerData } from "node:worker_threads";

const db = new DatabaseSync(String(workerData));
db.exec("PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000");
const checkpoint = db.prepare("PRAGMA wal_checkpoint(PASSIVE)");

/** `PASSIVE` never holds up a writer or a reader: it does what it can meanwhile. */
parentPort?.on("message", () => parentPort?.postMessage(checkpoint.get()?.["log"]));
