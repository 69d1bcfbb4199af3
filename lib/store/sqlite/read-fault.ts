/** Why a file is not taken: another program's, of a later version of the relay, or damaged. */
export type Unusable = { readonly kind: "foreign" | "newer" | "damaged"; readonly reason: string };

/** SQLite's result codes SQLITE_CORRUPT and SQLITE_NOTADB; the kinds of them are told by the higher bits. */
const kinds: Readonly<Record<number, Unusable["kind"]>> = { 11: "damaged", 26: "foreign" };

/** What an error of the database says of its file; undefined where it is about something else. */
export function readFault(error: unknown): Unusable | undefined {
  const { errcode } = error as { readonly errcode?: number };
  const kind = errcode === undefined ? undefined : kinds[errcode & 0xff];
  return kind && { kind, reason: error instanceof Error ? error.message : String(error) };
}
