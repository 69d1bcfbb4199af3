import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { minute } from "../../lib/base/time.ts";

/** Who may pass the admin door: holders of the token, and browsers that changed a one-time code for a session. */
export type Sessions = {
  readonly isToken: (text: string) => boolean;
  /** A code that opens one session within ten minutes. */
  readonly createCode: () => string;
  /** Changes a code for a session's value; undefined for one that is wrong, used or over. */
  readonly redeem: (code: string) => string | undefined;
  readonly isSession: (value: string) => boolean;
};

const codeLifetime = 10 * minute;

const secret = (): string => randomBytes(24).toString("base64url");

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Kept in memory only, and only as digests: a restart ends every session. `now` in ms. */
export function createSessions(token: string, now: () => number): Sessions {
  const expected = digest(token);
  const codes = new Map<string, number>();
  const sessions = new Set<string>();
  const nameOf = (text: string): string => digest(text).toString("hex");
  return {
    isToken: (text) => timingSafeEqual(digest(text), expected),
    createCode: () => {
      for (const [code, until] of codes) if (until <= now()) codes.delete(code);
      const code = secret();
      codes.set(nameOf(code), now() + codeLifetime);
      return code;
    },
    redeem: (code) => {
      const until = codes.get(nameOf(code)) ?? 0;
      codes.delete(nameOf(code));
      if (until <= now()) return undefined;
      const value = secret();
      sessions.add(nameOf(value));
      return value;
    },
    isSession: (value) => sessions.has(nameOf(value)),
  };
}
