import { dirname, sep } from "node:path";

const codes: ReadonlySet<string> = new Set(["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST"]);

/** SQLite's result codes SQLITE_PERM, SQLITE_READONLY and SQLITE_CANTOPEN; the kinds of them are told by the higher bits. */
const ofSqlite: ReadonlySet<number> = new Set([3, 8, 14]);

/** Whether the system, or SQLite for it, does not let this user have a file or folder. */
export function isDenied(error: unknown): boolean {
  const { code = "", errcode = 0 } = error as { readonly code?: string; readonly errcode?: number };
  return codes.has(code) || ofSqlite.has(errcode & 0xff);
}

/** The error of a data folder that this user cannot use, or of what lies in it: a sentence with the fix. Others stay as they are. */
export function tellDenied(error: unknown, data: string): unknown {
  const { path, code = "SQLite" } = error as NodeJS.ErrnoException;
  const isThere = path === undefined || path === data || path.startsWith(`${data}${sep}`) || path === dirname(data);
  if (!(error instanceof Error) || !isDenied(error) || !isThere) return error;
  const place = path ?? data;
  return new Error(
    `中继的用户不能读写 ${place}（${code}）。数据目录要是这个用户自己的目录：用 chown 改归属，或用 RELAY_DATA 换一个。\n` +
      `The relay's user cannot use ${place} (${code}). The data folder has to be a folder of this user's own: change its owner (chown), or set RELAY_DATA to another one.`,
    { cause: error },
  );
}
