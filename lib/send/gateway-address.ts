import { second } from "../base/time.ts";
import type { Trouble } from "../model/gateway-status.ts";
import { type GatewayAddress, readAddress } from "../qq/gateway/read-address.ts";
import { troubleOf } from "../qq/gateway/trouble-of.ts";
import { readLost } from "../qq/read-lost.ts";
import type { Refused } from "../qq/read-token.ts";
import { type ApiOptions, createApi } from "./api.ts";

/** Where the gateway is, with a token for it, or why that cannot be told. `stale`: the token that the gateway refused. */
export type AskGateway = (stale: string | undefined) => Promise<GatewayAccess>;

export type GatewayAccess =
  | (Omit<GatewayAddress, "kind"> & { readonly kind: "addressed"; readonly token: string })
  | { readonly kind: "unreachable"; readonly trouble: Trouble };

/** For all calls of one question (ms); and of each. */
const patience = 20 * second;
const maximumMs = 8 * second;
const minimumMs = second;

/** Troubles that say nothing of the bot: the gateway itself may well be there. */
const passing: ReadonlySet<Trouble> = new Set(["network", "api"]);

/**
 * `GET /gateway/bot`, or `GET /gateway` where that fails, before each connection: QQ has moved the address more than once. Where
 * neither tells one, the last that was told is taken.
 */
export function createAskGateway(options: ApiOptions): AskGateway {
  const { tokens, now } = options;
  const api = createApi(options);
  let last: string | undefined;

  const get = (path: string, deadline: number): Promise<GatewayAddress | Refused> =>
    api<GatewayAddress>(
      {
        method: "GET",
        path,
        minimumMs,
        maximumMs,
        read: (posted) => {
          if (posted.kind !== "lost") return readAddress(posted);
          return { kind: "refused", as: "again", answer: { message: readLost(posted).answer.message ?? "no answer" } };
        },
      },
      deadline,
    );

  const find = async (deadline: number): Promise<Omit<GatewayAddress, "kind"> | Trouble> => {
    const best = await get("/gateway/bot", deadline);
    if (best.kind === "told") return best;
    const trouble = troubleOf(best, "address");
    if (!passing.has(trouble)) return trouble;
    const plain = trouble === "api" ? await get("/gateway", deadline) : best;
    if (plain.kind === "told") return plain;
    return last === undefined ? trouble : { url: last };
  };

  return async (stale) => {
    if (stale !== undefined) tokens.drop(stale);
    const deadline = now() + patience;
    const first = await tokens.current(deadline);
    if (first.kind === "refused") return { kind: "unreachable", trouble: troubleOf(first, "token") };
    const found = await find(deadline);
    if (typeof found === "string") return { kind: "unreachable", trouble: found };
    last = found.url;
    // Asked for once more, since the call may have had to fetch another.
    const access = await tokens.current(deadline);
    return access.kind === "refused"
      ? { kind: "unreachable", trouble: troubleOf(access, "token") }
      : { ...found, kind: "addressed", token: access.token };
  };
}
