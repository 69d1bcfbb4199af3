import { createHash } from "node:crypto";
import type { ExactAnswer } from "../../model/inbound.ts";

/** JSON to the byte, without spaces or a line feed: shell scripts look for words in it. */
export const inJson = (status: number, body: unknown): ExactAnswer => ({
  status,
  headers: { "content-type": "application/json; charset=utf-8" },
  text: JSON.stringify(body),
});

/** A text to the byte, without a line feed: clients compare it. */
export const inText = (status: number, text: string): ExactAnswer => ({
  status,
  headers: { "content-type": "text/plain; charset=utf-8" },
  text,
});

/** An answer without a body. */
export const empty = (status: number): ExactAnswer => ({ status, headers: {}, text: "" });

/** A number for a delivery, the same for its repeat, in the 31 bits that clients keep message ids in; never 0. */
export const numberOf = (delivery: string): number =>
  createHash("sha256").update(delivery).digest().readUInt32BE(0) >>> 1 || 1;
