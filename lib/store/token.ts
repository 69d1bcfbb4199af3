import { toSeconds } from "../base/time.ts";
import { tokenKey } from "./keys.ts";
import type { Table } from "./table.ts";

/** QQ's access token as all functions share it. `expiresAt` in milliseconds of the epoch. */
export type SharedToken = { readonly token: string; readonly expiresAt: number };

export async function readToken(table: Table): Promise<SharedToken | undefined> {
  const item = await table.get(tokenKey);
  const { token, until } = item ?? {};
  return typeof token === "string" && typeof until === "number" ? { token, expiresAt: until } : undefined;
}

export async function writeToken(table: Table, token: string, expiresAt: number): Promise<void> {
  await table.put({ ...tokenKey, token, until: expiresAt, expiresAt: toSeconds(expiresAt) });
}
