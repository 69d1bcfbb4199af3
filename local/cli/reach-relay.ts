import { resolve } from "node:path";
import * as z from "zod";
import type { Env } from "../../lib/compose/env.ts";
import { readAdminToken } from "../admin/admin-token.ts";
import type { Said } from "../../lib/model/said.ts";
import { urlOf } from "../doors/url-of.ts";
import { failure } from "./failure.ts";

export type ReachOptions = {
  /** The admin door of a relay on this machine; else by `ADMIN_HOST` and `ADMIN_PORT`. */
  readonly url?: string;
};

/** Asks the relay that runs on this machine: by GET, or where there is a body by POST. */
export type AskRelay = <Answer>(path: string, schema: z.ZodType<Answer>, body?: object) => Promise<Answer>;

const Fault = z.object({ error: z.string(), message: z.string() });

/**
 * The way to the relay's admin door, by the token in its data folder. What it refuses, and a relay that is not there, is
 * thrown as one sentence with the fix; an answer that the schema takes is the caller's, refusals among them.
 */
export function reachRelay(options: ReachOptions, env: Env): AskRelay {
  const url = options.url ?? urlOf(env["ADMIN_HOST"] || "127.0.0.1", env["ADMIN_PORT"] || 8789);
  const data = resolve(env["RELAY_DATA"] || ".relay");
  return async (path, schema, body) => {
    const token = readAdminToken(data);
    const response = await request(url, path, {
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body && { "content-type": "application/json" }),
      },
      ...(body && { method: "POST", body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json().catch(() => undefined);
    const read = schema.safeParse(answer);
    if (read.success) return read.data;
    if (response.status === 401) throw failure("unreachable", noToken(url, data));
    const { data: fault } = Fault.safeParse(answer);
    throw fault ? new Error(fault.message.replace(" · ", "\n")) : failure("unreachable", notRelay(url));
  };
}

async function request(url: string, path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(new URL(path, url), init);
  } catch (cause) {
    throw failure("unreachable", notRunning(url), cause);
  }
}

const notRunning = (url: string): Said => ({
  zh: `${url} 没有中继在运行。先 npm start，或用 --url 指明它的管理地址（ADMIN_PORT）；部署在 AWS 的用 --table 指明表名，或用 --stage。`,
  en: `No relay runs at ${url}. Start it (npm start), say where its admin door is (--url, ADMIN_PORT), or for AWS name its table (--table, --stage).`,
});

const notRelay = (url: string): Said => ({
  zh: `${url} 应答的不是 qq-relay，或版本不同。请检查 ADMIN_PORT 或 --url。`,
  en: `What answers at ${url} is not qq-relay, or of another version. Check ADMIN_PORT or --url.`,
});

const noToken = (url: string, data: string): Said => ({
  zh: `${url} 不认 ${data} 里的 admin-token。请用中继自己的数据目录（RELAY_DATA），以启动它的用户执行。`,
  en: `${url} does not take the admin-token in ${data}. Name the relay's own data folder (RELAY_DATA), as the user who started it.`,
});
