import type { OpenDm } from "../ports.ts";
import { readAnswer } from "../qq/read-answer.ts";
import { readBody, readId } from "../qq/read-body.ts";
import { readLost } from "../qq/read-lost.ts";
import { type ApiOptions, createApi } from "./api.ts";
import type { Posted } from "./pool.ts";

/** `POST /users/@me/dms`. QQ answers with the same session each time, so a lost answer only means: ask again. */
export function createOpenDm(options: ApiOptions): OpenDm {
  const api = createApi(options);
  return ({ user, guild }, deadline) =>
    api(
      {
        path: "/users/@me/dms",
        body: { recipient_id: user, source_guild_id: guild },
        minimumMs: 1_000,
        maximumMs: 5_000,
        read: readOpened,
      },
      deadline,
    );
}

function readOpened(posted: Posted): Awaited<ReturnType<OpenDm>> {
  const outcome = posted.kind === "lost" ? readLost(posted) : readAnswer(posted, "proactive");
  if (outcome.kind === "refused") return outcome;
  const body = readBody(posted.kind === "lost" ? "" : posted.text);
  const id = outcome.kind === "sent" && body.kind === "json" ? readId(body.json["guild_id"]) : undefined;
  if (id !== undefined) return { kind: "opened", id };
  const message = outcome.answer.message ?? "no guild_id in the answer";
  return { kind: "refused", as: "again", answer: { ...outcome.answer, message: `opening the session: ${message}` } };
}
