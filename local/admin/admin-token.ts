import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The admin door's token in a data folder; undefined where none was made yet, or it is not ours to read. */
export function readAdminToken(data: string): string | undefined {
  try {
    return readFileSync(fileOf(data), "utf8").trim() || undefined;
  } catch {
    return undefined;
  }
}

/** The same, made at the first start. Who can read the file is an operator. */
export function makeAdminToken(data: string): string {
  const known = readAdminToken(data);
  if (known !== undefined) return known;
  const token = randomBytes(32).toString("base64url");
  writeFileSync(fileOf(data), `${token}\n`, { mode: 0o600 });
  return token;
}

const fileOf = (data: string): string => join(data, "admin-token");
