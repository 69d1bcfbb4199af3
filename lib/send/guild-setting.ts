import type { AskGuild } from "../ports.ts";
import { readGuildSetting } from "../qq/read-guild-setting.ts";
import { readLost } from "../qq/read-lost.ts";
import { type ApiOptions, createApi } from "./api.ts";

/** A message waits for it: a guild whose setting takes longer (ms) to tell is counted by as before. */
const maximumMs = 2_500;

/** Less is not worth a connection. */
const minimumMs = 500;

/** `GET /guilds/{id}/message/setting`, once. */
export function createAskGuild(options: ApiOptions): AskGuild {
  const api = createApi(options);
  return (guild, deadline) =>
    api<Awaited<ReturnType<AskGuild>>>(
      {
        method: "GET",
        path: `/guilds/${encodeURIComponent(guild)}/message/setting`,
        minimumMs,
        maximumMs,
        read: (posted) => (posted.kind === "lost" ? lost(posted) : readGuildSetting(posted)),
      },
      deadline,
    );
}

/** Asking changes nothing at QQ: whether it came to it does not matter. */
function lost(posted: Parameters<typeof readLost>[0]): Awaited<ReturnType<AskGuild>> {
  const { answer } = readLost(posted);
  return { kind: "refused", as: "again", answer };
}
