import type { Delivery } from "../model/delivery.ts";
import type { Target } from "../model/target.ts";
import { equals } from "./condition.ts";
import { readLive } from "./deliveries.ts";
import { asText } from "./decode.ts";
import { textOf } from "./item.ts";
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

/** What became of an answer's page: its deliveries are told, or back in their places. */
export async function endPage(
  table: Table,
  target: Target,
  answer: string,
  as: "told" | "untold",
  expiresAt: number,
): Promise<void> {
  for await (const item of table.queryLive(targetPk(target), shownBy(answer)))
    await table.update({
      key: { pk: textOf(item["pk"]), sk: textOf(item["sk"]) },
      ...(as === "told" ? ended(expiresAt) : { set: { live: textOf(item["countedAs"]) }, remove: ["shownBy"] }),
      when: equals("shownBy", answer),
    });
}

const ended = (expiresAt: number) => ({
  set: { state: "sent", told: "worded", expiresAt },
  remove: ["live", "shownBy", "countedAs"],
});

/** Ends a counted delivery that is too old to be told. */
export async function expireCounted(table: Table, target: Target, id: string, now: number): Promise<void> {
  await table.update({
    key: deliveryKey(target, id),
    set: { state: "expired", last: { at: now, note: "older than the route's maxAge" } },
    remove: ["live", "shownBy", "countedAs"],
    when: equals("state", "counted"),
  });
}
