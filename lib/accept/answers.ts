import type { DeliveryState } from "../model/delivery.ts";
import type { ToldHeld } from "../model/held.ts";
import type { Answer } from "../model/inbound.ts";
import { inBoth } from "../model/said.ts";
import { type Target, targetName } from "../model/target.ts";

/** What became of one target's share of a webhook, and why where that is not plain. */
export type Taken = {
  readonly id: string;
  readonly target: Target;
  readonly state: DeliveryState | "repeated" | "ignored";
  readonly reason?: string;
  /** What holds it, where the sender waited for it. */
  readonly held?: ToldHeld;
  /** It had ended without being told, and is pending again. */
  readonly again?: true;
};

/** The answer to work that was taken: what became of it at each target. */
export const accepted = (taken: readonly Taken[], headers: Readonly<Record<string, string>> = {}): Answer => ({
  status: 202,
  headers,
  body: { deliveries: taken.map((each) => ({ ...each, target: targetName(each.target) })) },
});

/** The answer to whoever names a route at the root of its host once too many wrong ones did: nothing is tried for a while. */
export const tooManyGuesses: Answer = {
  status: 429,
  headers: { "Retry-After": "60" },
  body: {
    error: "too-many-guesses",
    message: inBoth(
      "this route was named with wrong secrets too often; wait a minute, or post to the route's own address",
      "这条路由被错误的密钥试过太多次；请等一分钟，或发到路由自己的地址",
    ),
  },
};

/** The answer to work that could not be kept: nothing was taken, and the sender is to send it again. */
export const storeDown: Answer = {
  status: 503,
  headers: { "Retry-After": "5" },
  body: {
    error: "unavailable",
    message: inBoth("the relay could not store this now; send it again", "中继现在存不下来；请再发一次"),
  },
};
