import type { Dispatcher } from "undici";
import type UndiciPool from "undici/lib/dispatcher/pool.js";
import { minute, second } from "../../base/time.ts";

/** A request to the one path that DynamoDB has, signed. */
export type Post = { readonly headers: Readonly<Record<string, string>>; readonly body: string };

export type Posted = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
};

export type Connections = {
  /** Throws a `TimeoutError` where there is no whole answer, whatever the reason. */
  readonly post: (post: Post) => Promise<Posted>;
  readonly close: () => Promise<void>;
};

/** By its own path and at the first request, as in `lib/send/pool.ts`. */
const loadUndici = async (): Promise<typeof UndiciPool> =>
  (Undici ??= (await import("undici/lib/dispatcher/pool.js")).default);

let Undici: typeof UndiciPool | undefined;

/** The SDK has as many. */
const maxConnections = 50;

/**
 * A connection is not used again when it is so old (ms) by the clock: while Lambda freezes an instance no timer ends it, and
 * the other side does.
 */
const maxAge = minute;

/** Keep-alive connections to one endpoint; `timeoutMs` of silence, before and within an answer, is none. */
export function openConnections(origin: string, timeoutMs: number): Connections {
  const open = (Opened: typeof UndiciPool) =>
    new Opened(origin, {
      allowH2: false,
      connections: maxConnections,
      connectTimeout: Math.max(second, timeoutMs / 2),
      // Its own timers are a second off.
      headersTimeout: 0,
      bodyTimeout: 0,
      keepAliveTimeout: maxAge,
      clientTtl: maxAge,
    });
  let pool: UndiciPool | undefined;
  return {
    post: async (post) => postOn((pool ??= open(Undici ?? (await loadUndici()))), post, timeoutMs),
    close: async () => pool?.destroy(),
  };
}

const postOn = (pool: UndiciPool, { headers, body }: Post, timeoutMs: number): Promise<Posted> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let head: Omit<Posted, "text"> | undefined;
    let started: Dispatcher.DispatchController | undefined;
    let silent: Error | undefined;
    let heard = 0;
    let isOver = false;

    const hear = (): void => {
      heard += 1;
      timer.refresh();
    };
    const end = (): void => {
      isOver = true;
      clearTimeout(timer);
    };
    const lose = (error: Error): void => {
      end();
      reject(noAnswer(error));
    };
    const giveUp = (heardBefore: number): void => {
      if (isOver || heard > heardBefore) return;
      silent = new Error(`no answer within ${timeoutMs} ms`);
      lose(silent);
      started?.abort(silent);
    };
    // Of a process that stood still the answer may be there, unread: a turn later it has been read.
    const timer = setTimeout(() => setImmediate(giveUp, heard), timeoutMs);

    pool.dispatch(
      { method: "POST", path: "/", headers, body },
      {
        onRequestStart: (controller) => {
          if (silent) controller.abort(silent);
          else started = controller;
        },
        onResponseStart: (_controller, status, responseHeaders) => {
          hear();
          head = { status, headers: responseHeaders };
        },
        onResponseData: (_controller, chunk) => {
          hear();
          chunks.push(chunk);
        },
        onResponseEnd: () => {
          end();
          const { status = 0, headers: told = {} } = head ?? {};
          const posted = { status, headers: told, text: Buffer.concat(chunks).toString("utf8") };
          // The pool takes a connection back a turn later, and opens another one for who asks before.
          process.nextTick(() => setImmediate(() => resolve(posted)));
        },
        onResponseError: (_controller, error) => lose(error),
      },
    );
  });

/** As the SDK names it, by which it knows that another try may help. */
const noAnswer = (cause: Error): Error =>
  Object.assign(new Error(cause.message || cause.name, { cause }), {
    name: "TimeoutError",
    ...("code" in cause && { code: cause.code }),
  });
