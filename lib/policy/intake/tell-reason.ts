import type { Delivery } from "../../model/delivery.ts";
import { inBoth } from "../../model/said.ts";
import type { Stopped } from "./filter.ts";

/** Option of the route by which an event was stopped. */
const options = {
  only: "only",
  except: "except",
  branch: "branches",
  bot: "ignoreBots",
  filter: "filter",
} as const satisfies Record<Stopped, string>;

/** Why a webhook makes no delivery, for its sender's log. */
export const reasonOfSilence = (silent: Stopped | "nothing to tell"): string =>
  silent === "nothing to tell" ? silent : `stopped by the route's ${options[silent]}`;

/** Why a delivery waits that no conversation is paired for. */
export const reasonOfUnpaired = (route: string): string =>
  inBoth(
    `held until the route is paired: npm run relay -- pair ${route}`,
    `还没有配对，先存着：npm run relay -- pair ${route}`,
  );

type Ended = Pick<Delivery, "state" | "last">;

/** Why a delivery is where it is: QQ's code and words, or why it ended without them; undefined for one that is sent. */
export function reasonOfState({ state, last }: Ended): string | undefined {
  if (state === "sent" || !last) return undefined;
  const { code, status, message, note } = last;
  const number = code ?? (status === undefined ? undefined : `HTTP ${status}`);
  const answer = [number, message].filter((part) => part !== undefined).join(" ");
  return [note, answer].filter(Boolean).join(": ") || undefined;
}

/** What a repeat is told of the delivery that came first. */
export function reasonOfRepeat(first: Ended): string {
  const why = reasonOfState(first);
  return `the first one is ${first.state}${why === undefined ? "" : ` (${why})`}`;
}
