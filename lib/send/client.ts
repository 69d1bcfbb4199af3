import type { PresetName } from "../model/limits.ts";
import type { Outcome } from "../model/outcome.ts";
import { scenes } from "../model/scene.ts";
import type { Target } from "../model/target.ts";
import type { Qq, SendRequest } from "../ports.ts";
import { readAnswer } from "../qq/read-answer.ts";
import { readLost } from "../qq/read-lost.ts";
import { noTime } from "./no-time.ts";
import { createPool } from "./pool.ts";
import { readBase } from "./read-base.ts";
import type { AccessTokens } from "./token.ts";

export type QqOptions = {
  /** `https://api.bot.qq.com`, or a simulator on loopback. */
  readonly apiBase: string;
  readonly appId: string;
  readonly tokens: AccessTokens;
  /** Limits in force: one of QQ's codes (22009) means the period under one preset, the pace under the other. */
  readonly preset?: PresetName;
  /** QQ asks for 5 s at least: a shorter wait may give up on a message that was delivered. */
  readonly minimumMs?: number;
  readonly maximumMs?: number;
  readonly now: () => number;
};

/** QQ's send API. A refused token is dropped, fetched anew and tried once more; refused again, it is the settings. */
export function createQq(options: QqOptions): Qq {
  const { appId, tokens, preset, minimumMs = 5_000, maximumMs = 10_000, now } = options;
  const base = readBase("QQ_API_BASE", options.apiBase);
  const pool = createPool(base.origin, { now });
  const prefix = base.pathname.replace(/\/+$/, "");

  const post = async (request: SendRequest, token: string, deadline: number): Promise<Outcome> => {
    const left = deadline - now();
    if (left < minimumMs) return noTime;
    const posted = await pool.post({
      path: prefix + sendPath(request.target),
      headers: { "content-type": "application/json", authorization: `QQBot ${token}`, "x-union-appid": appId },
      body: JSON.stringify(request.body),
      timeoutMs: Math.min(maximumMs, left),
    });
    return posted.kind === "lost" ? readLost(posted) : readAnswer(posted, request.permit, preset);
  };

  const send = async (request: SendRequest, deadline: number, tries: number): Promise<Outcome> => {
    if (deadline - now() < minimumMs) return noTime;
    const access = await tokens.current(deadline - minimumMs);
    if (access.kind === "refused") return access;
    const outcome = await post(request, access.token, deadline);
    if (outcome.kind !== "refused" || outcome.as !== "auth") return outcome;
    tokens.drop(access.token);
    return tries > 1 ? send(request, deadline, tries - 1) : { ...outcome, as: "config" };
  };

  return { send: (request, deadline) => send(request, deadline, 2) };
}

const sendPath = ({ scene, id }: Target): string => scenes[scene].path.replace("{id}", () => encodeURIComponent(id));
