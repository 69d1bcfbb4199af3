import { DatabaseSync } from "node:sqlite";
import { applicationId } from "./schema.ts";
import { readFault, type Unusable } from "./read-fault.ts";

/**
 * Why a file is not to be taken for a backup, read to its last page: it is empty, another program's, or damaged; undefined
 * where it is whole. Whether its version is known shows when it is opened.
 */
export function findFault(path: string): Unusable | undefined {
  const db = new DatabaseSync(path);
  try {
    const id = Number(db.prepare("PRAGMA application_id").get()?.["application_id"]);
    if (id !== applicationId) return { kind: "foreign", reason: id === 0 ? "empty" : `application id ${id}` };
    const found = db.prepare("PRAGMA quick_check(1)").get()?.["quick_check"];
    return found === "ok" ? undefined : { kind: "damaged", reason: String(found) };
  } catch (error) {
    const fault = readFault(error);
    if (fault) return fault;
    throw error;
  } finally {
    db.close();
  }
}
