import type { Image } from "../model/image.ts";
import type { Refused } from "../qq/read-token.ts";
import { multipart } from "./multipart.ts";
import { noTime } from "./no-time.ts";
import { createPool, type Posted } from "./pool.ts";
import { readBase } from "./read-base.ts";
import type { AccessTokens } from "./token.ts";

export type ApiOptions = {
  /** `https://api.bot.qq.com`, or a simulator on loopback. */
  readonly apiBase: string;
  readonly appId: string;
  readonly tokens: AccessTokens;
  readonly now: () => number;
};

/** One call of QQ's API, and how its answer is read. */
export type Call<Result> = {
  readonly method?: "GET" | "POST" | "PUT";
  /** Starts with `/`; the base's own path goes before it. */
  readonly path: string;
  /** None with `GET`. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** Makes the request multipart, with the members of `body` as its other parts. */
  readonly file?: Image;
  /** Not begun with less time (ms) than this, and given up after `maximumMs`. */
  readonly minimumMs: number;
  readonly maximumMs: number;
  readonly read: (posted: Posted) => Result | Refused;
};

export type Api = <Result extends { readonly kind: string }>(
  call: Call<Result>,
  deadline: number,
) => Promise<Result | Refused>;

/** QQ's API. A refused token is dropped, fetched anew and tried once more; refused again, it is the settings. */
export function createApi({ apiBase, appId, tokens, now }: ApiOptions): Api {
  const base = readBase("QQ_API_BASE", apiBase);
  const pool = createPool(base.origin, { now });
  const prefix = base.pathname.replace(/\/+$/, "");

  const tryCall = async <Result extends { readonly kind: string }>(
    call: Call<Result>,
    deadline: number,
    tries: number,
  ): Promise<Result | Refused> => {
    if (deadline - now() < call.minimumMs) return noTime;
    const access = await tokens.current(deadline - call.minimumMs);
    if (access.kind === "refused") return access;
    const left = deadline - now();
    if (left < call.minimumMs) return noTime;
    const { type, body } = call.file ? multipart(call.body ?? {}, call.file) : json(call.body);
    const posted = await pool.post({
      ...(call.method !== undefined && { method: call.method }),
      path: prefix + call.path,
      headers: {
        ...(type !== undefined && { "content-type": type }),
        authorization: `QQBot ${access.token}`,
        "x-union-appid": appId,
      },
      ...(body !== undefined && { body }),
      timeoutMs: Math.min(call.maximumMs, left),
    });
    const result = call.read(posted);
    if (!isRefused(result) || result.as !== "auth") return result;
    tokens.drop(access.token);
    return tries > 1 ? tryCall(call, deadline, tries - 1) : { ...result, as: "config" };
  };

  return (call, deadline) => tryCall(call, deadline, 2);
}

const json = (body: Call<unknown>["body"]) =>
  body === undefined ? { type: undefined, body: undefined } : { type: "application/json", body: JSON.stringify(body) };

const isRefused = (result: { readonly kind: string }): result is Refused => result.kind === "refused";
