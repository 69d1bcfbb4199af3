import type { Dispatcher } from "undici";
import type UndiciPool from "undici/lib/dispatcher/pool.js";
import type { HttpAnswer } from "../qq/read-body.ts";
import type { Lost } from "../qq/read-lost.ts";

type Post = {
  /** Default POST. */
  readonly method?: "GET" | "POST" | "PUT";
  /** Starts with `/`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly timeoutMs: number;
};

export type Posted = ({ readonly kind: "answer" } & HttpAnswer) | ({ readonly kind: "lost" } & Lost);

/**
 * By its own path, since undici's main entry also brings fetch, WebSocket and caches, 275 KiB and half of its start time; and when
 * the first request goes to QQ, since whoever sends a webhook need not wait for it.
 */
const loadUndici = async (): Promise<typeof UndiciPool> =>
  (Undici ??= (await import("undici/lib/dispatcher/pool.js")).default);

let Undici: typeof UndiciPool | undefined;

/** Keep-alive connections to one origin. A lost connection is a value that tells whether anything was written to it. */
type Pool = { readonly post: (post: Post) => Promise<Posted> };

type PoolOptions = { readonly now: () => number; readonly idleMs?: number };

const connectMs = 3_000;

/** Of an answer; QQ's have a few hundred bytes. */
const maxBytes = 256 * 1024;

/**
 * Connections idle for `idleMs` are not used again. The pool's own timers stand still while Lambda freezes an instance,
 * and a request on a connection that the other side closed meanwhile looks like one whose answer was lost.
 */
export function createPool(origin: string, { now, idleMs = 4_000 }: PoolOptions): Pool {
  // HTTP/1.1 only: there "begun" means written, and one connection carries one request.
  const open = (Opened: typeof UndiciPool) =>
    new Opened(origin, { allowH2: false, connectTimeout: connectMs, keepAliveTimeout: idleMs });
  let pool: UndiciPool | undefined;
  let busy = 0;
  let usedAt = now();

  return {
    post: async (post) => {
      const Loaded = Undici ?? (await loadUndici());
      if (busy === 0 && now() - usedAt >= idleMs) {
        void pool?.close();
        pool = undefined;
      }
      busy += 1;
      try {
        pool ??= open(Loaded);
        return await postOn(pool, post);
      } finally {
        busy -= 1;
        usedAt = now();
      }
    },
  };
}

const postOn = (pool: UndiciPool, { method = "POST", path, headers, body, timeoutMs }: Post): Promise<Posted> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let head: Omit<HttpAnswer, "text"> | undefined;
    // There from the moment the request is written.
    let written: Dispatcher.DispatchController | undefined;
    let ended = false;

    const end = (posted: Posted): void => {
      ended = true;
      clearTimeout(timer);
      resolve(posted);
    };
    const answer = (): void => {
      if (head) end({ kind: "answer", ...head, text: Buffer.concat(chunks).toString("utf8") });
    };
    const lose = (code: string): void =>
      end({ kind: "lost", written: written !== undefined, code, ...(head && { status: head.status }) });
    const timer = setTimeout(() => {
      lose("timeout");
      written?.abort(new Error("timeout"));
    }, timeoutMs);

    pool.dispatch(
      { method, path, headers, ...(body !== undefined && { body }) },
      {
        onRequestStart(controller) {
          if (ended) controller.abort(new Error("timeout"));
          else written = controller;
        },
        onResponseStart(_controller, status, responseHeaders) {
          head = { status, headers: responseHeaders };
        },
        onResponseData(controller, chunk) {
          chunks.push(chunk.subarray(0, maxBytes - size));
          size += chunk.length;
          if (size < maxBytes) return;
          answer();
          controller.abort(new Error("too long"));
        },
        onResponseEnd: answer,
        onResponseError: (_controller, error) => lose("code" in error ? String(error.code) : error.name),
      },
    );
  });
