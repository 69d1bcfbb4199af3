import type { PresetName } from "../model/limits.ts";
import type { Outcome } from "../model/outcome.ts";
import { scenes } from "../model/scene.ts";
import type { Target } from "../model/target.ts";
import type { Qq } from "../ports.ts";
import { readAnswer } from "../qq/read-answer.ts";
import { readLost } from "../qq/read-lost.ts";
import { type ApiOptions, createApi } from "./api.ts";

export type QqOptions = ApiOptions & {
  /** Limits in force: one of QQ's codes (22009) means the period under one preset, the pace under the other. */
  readonly preset?: PresetName;
  /** QQ asks for 5 s at least: a shorter wait may give up on a message that was delivered. */
  readonly minimumMs?: number;
  readonly maximumMs?: number;
};

/** QQ's send API. */
export function createQq({ preset, minimumMs = 5_000, maximumMs = 10_000, ...options }: QqOptions): Qq {
  const api = createApi(options);
  return {
    send: ({ target, body, permit, file }, deadline) =>
      api<Outcome>(
        {
          path: sendPath(target),
          body,
          ...(file !== undefined && { file }),
          minimumMs,
          maximumMs,
          read: (posted) => (posted.kind === "lost" ? readLost(posted) : readAnswer(posted, permit, preset)),
        },
        deadline,
      ),
  };
}

const sendPath = ({ scene, id }: Target): string => scenes[scene].path.replace("{id}", () => encodeURIComponent(id));
