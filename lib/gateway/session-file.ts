import { readFileSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { isObject } from "../base/is-object.ts";
import type { Session } from "../qq/gateway/state.ts";
import type { SessionStore } from "./gateway-ports.ts";

/** A session in a file of its owner's alone (0600), which is replaced as a whole. Another bot's is none. */
export function openSessionFile(file: string, appId: string): SessionStore {
  const draft = `${file}.part`;
  return {
    read: () => readSession(file, appId),
    write: async (session) => {
      if (session === undefined) return rm(file, { force: true });
      const text = `${JSON.stringify({ appId, session: session.id, seq: session.seq })}\n`;
      await writeFile(draft, text, { mode: 0o600, flush: true });
      await rename(draft, file);
    },
  };
}

/** What cannot be read is no session: QQ starts a new one. */
function readSession(file: string, appId: string): Session | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (!isObject(read) || read["appId"] !== appId) return undefined;
    const { session: id, seq } = read;
    const isWhole = typeof id === "string" && id !== "" && Number.isSafeInteger(seq) && Number(seq) >= 0;
    return isWhole ? { id, seq: Number(seq) } : undefined;
  } catch {
    return undefined;
  }
}
