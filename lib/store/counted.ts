import type { Delivery } from "../model/delivery.ts";
import type { Target } from "../model/target.ts";
import type { PageEnd } from "../ports.ts";
import { absent, all, equals } from "./condition.ts";
import { readLive } from "./deliveries.ts";
import { asText } from "./decode.ts";
import { type Item, textOf } from "./item.ts";
import { countedRange, deliveryKey, isCountedPlace, liveShown, shownBy, shownRange, targetPk } from "./keys.ts";
import type { Table } from "./table.ts";

/** How many deliveries of a target digests only counted, those that an answer is just telling included. */
export async function countCounted(table: Table, target: Target): Promise<number> {
  const pk = targetPk(target);
  const [waiting, shown] = await Promise.all([table.countLive(pk, countedRange), table.countLive(pk, shownRange)]);
  return waiting + shown;
}

/** The next counted deliveries in their order, at most `max`, none that an answer is just telling. */
export const readCounted = (table: Table, target: Target, max: number): Promise<readonly Delivery[]> =>
  readLive(table, target, countedRange, max);

/** Those that one answer tells. */
export const readShown = (table: Table, target: Target, answer: string): Promise<readonly Delivery[]> =>
  readLive(table, target, shownBy(answer));

/** Answers that have taken a page, whatever became of them. */
export async function readPages(table: Table, target: Target): Promise<readonly string[]> {
  const answers = new Set<string>();
  for await (const item of table.queryLive(targetPk(target), shownRange)) answers.add(textOf(item["shownBy"]));
  return [...answers];
}

/** Takes counted deliveries for one answer; the answer is those that no other took first. */
export async function takePage(
  table: Table,
  target: Target,
  answer: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  const taken = await Promise.all(
    ids.map(async (id) => {
      const item = await table.get(deliveryKey(target, id));
      const place = asText(item?.["live"]);
      if (place === undefined || !isCountedPlace(place)) return [];
      const done = await table.update({
        key: deliveryKey(target, id),
        set: { live: liveShown(answer, place), countedAs: place, shownBy: answer },
        when: equals("live", place),
      });
      return done ? [id] : [];
    }),
  );
  return taken.flat();
}

/**
 * What became of an answer's page: its deliveries are told, or back in their places; where QQ refused its words, they go out
 * half as many at a time, and one that stood alone has failed.
 */
export async function endPage(
  table: Table,
  target: Target,
  answer: string,
  as: PageEnd,
  keeping: { readonly now: number; readonly expiresAt: number },
): Promise<void> {
  const items = await Array.fromAsync(table.queryLive(targetPk(target), shownBy(answer)));
  const changeOf = (item: Item) => {
    if (as === "told") return ended(keeping.expiresAt);
    if (as === "refused" && items.length === 1) return refusedAlone(keeping);
    const fewer = as === "refused" ? { maxTogether: Math.ceil(items.length / 2) } : {};
    return { set: { live: textOf(item["countedAs"]), ...fewer }, remove: ["shownBy"] };
  };
  for (const item of items)
    await table.update({
      key: { pk: textOf(item["pk"]), sk: textOf(item["sk"]) },
      ...changeOf(item),
      when: equals("shownBy", answer),
    });
}

const refusedAlone = ({ now, expiresAt }: { readonly now: number; readonly expiresAt: number }) => ({
  set: { state: "failed", last: { at: now, note: "QQ refused its words" }, expiresAt },
  remove: ["live", "shownBy", "countedAs"],
});

const ended = (expiresAt: number) => ({
  set: { state: "sent", told: "worded", expiresAt },
  remove: ["live", "shownBy", "countedAs"],
});

/** Items that are written at once. */
const atOnce = 40;

/** Ends counted deliveries that are too old to be told, none that an answer is just telling. */
export async function expireCounted(
  table: Table,
  target: Target,
  ids: readonly string[],
  { now, expiresAt }: { readonly now: number; readonly expiresAt: number },
): Promise<void> {
  const expire = (id: string) =>
    table.update({
      key: deliveryKey(target, id),
      set: { state: "expired", last: { at: now, note: "older than the route's maxAge" }, expiresAt },
      remove: ["live", "countedAs"],
      when: all(equals("state", "counted"), absent("shownBy")),
    });
  for (let from = 0; from < ids.length; from += atOnce) await Promise.all(ids.slice(from, from + atOnce).map(expire));
}
