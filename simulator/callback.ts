import { createHash } from "node:crypto";
import { signCallback } from "./sign.ts";

/** One try to hand an event to the relay; `status` null when no answer came. */
export type Callback = {
  readonly at: string;
  readonly id: string;
  readonly t: string;
  readonly status: number | null;
  readonly acknowledged: boolean;
};

export type Signature = "good" | "bad" | "none";

export type Post = {
  readonly url: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly body: string;
  readonly signature: Signature;
  readonly timeoutMs: number;
  readonly stopping: AbortSignal;
};

/** Posts one signed callback, as QQ does; undefined when no answer came in time. */
export async function postCallback(
  post: Post,
  wire: number,
): Promise<{ readonly status: number; readonly text: string } | undefined> {
  const timestamp = String(Math.floor(wire / 1_000));
  const signature = signCallback(post.appSecret, timestamp, post.signature === "bad" ? `${post.body} ` : post.body);
  try {
    const response = await fetch(post.url, {
      method: "POST",
      redirect: "manual",
      signal: AbortSignal.any([post.stopping, AbortSignal.timeout(post.timeoutMs)]),
      headers: {
        "User-Agent": "QQBot-Callback",
        "Content-Type": "application/json",
        "X-Bot-Appid": post.appId,
        "X-Tps-trace-Id": createHash("sha256")
          .update(timestamp + post.body)
          .digest("hex")
          .slice(0, 32),
        ...(post.signature !== "none" && {
          "X-Signature-Method": "Ed25519",
          "X-Signature-Timestamp": timestamp,
          "X-Signature-Ed25519": signature,
        }),
      },
      body: post.body,
    });
    return { status: response.status, text: await response.text() };
  } catch {
    return undefined;
  }
}

/** The forms of "got it" that work in the field; `d: 1` asks for another try. */
export function isAcknowledged(answer: { readonly status: number; readonly text: string } | undefined): boolean {
  if (!answer || answer.status < 200 || answer.status > 299) return false;
  if (answer.text.trim() === "") return true;
  try {
    const told: unknown = JSON.parse(answer.text);
    if (typeof told !== "object" || told === null) return false;
    const { op, opcode, code, d } = told as Readonly<Record<string, unknown>>;
    return d !== 1 && (op === 12 || opcode === 12 || code === 0);
  } catch {
    return false;
  }
}
