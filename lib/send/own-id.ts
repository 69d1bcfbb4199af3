import { readAnswer } from "../qq/read-answer.ts";
import { readOwnId } from "../qq/read-own-id.ts";
import type { Refused } from "../qq/read-token.ts";
import { type ApiOptions, createApi } from "./api.ts";
import type { Posted } from "./pool.ts";

/** The bot's own id in guilds; undefined where QQ does not tell it now. */
export type OwnId = (deadline: number) => Promise<string | undefined>;

/** QQ waits for its event to be taken. */
const maximumMs = 1_500;

/** Less is not worth a connection. */
const minimumMs = 200;

/** `GET /users/@me`, until it was answered once. */
export function createOwnId(options: ApiOptions): OwnId {
  const api = createApi(options);
  let known: string | undefined;
  return async (deadline) => {
    if (known !== undefined) return known;
    const call = { method: "GET", path: "/users/@me", minimumMs, maximumMs, read } as const;
    const answer = await api<Told>(call, deadline);
    known = answer.kind === "told" ? answer.id : undefined;
    return known;
  };
}

type Told = { readonly kind: "told"; readonly id: string | undefined };

/** A refusal stays one, so that a token that ended is fetched anew. */
function read(posted: Posted): Told | Refused {
  if (posted.kind === "lost") return { kind: "told", id: undefined };
  const id = readOwnId(posted);
  const outcome = readAnswer(posted, "none");
  return id === undefined && outcome.kind === "refused" ? outcome : { kind: "told", id };
}
