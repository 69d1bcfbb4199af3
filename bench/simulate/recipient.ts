import type { Delivery } from "../../lib/model/delivery.ts";
import { toEntries } from "../../lib/render/page/digest.ts";
import type { Style } from "../../lib/render/style/style.ts";
import type { Message } from "./outcome.ts";

/** What QQ took of the relay, seen from QQ's side: the store's word is held against it. */
export type Recipient = {
  /** When each delivery was told, by id. */
  readonly toldAt: ReadonlyMap<string, number>;
  /** Those that a digest told only as one of a count. */
  readonly counted: ReadonlySet<string>;
  readonly messages: readonly Message[];
  /** Notes a message that QQ took; throws when it tells something for the second time. */
  readonly note: (deliveries: readonly Delivery[], style: Style, at: number) => void;
};

export function openRecipient(): Recipient {
  const toldAt = new Map<string, number>();
  const counted = new Set<string>();
  const messages: Message[] = [];
  return {
    toldAt,
    counted,
    messages,
    note: (deliveries, style, at) => {
      for (const { id } of deliveries) {
        if (toldAt.has(id)) throw new Error(`the relay told ${id} twice`);
        toldAt.set(id, at);
      }
      const notices = deliveries.map(({ notice }) => notice);
      for (const { covers } of toEntries(notices, style))
        if (covers.length > 1) for (const index of covers) counted.add(deliveries[index]?.id ?? "");
      messages.push({ at, critical: notices.some(({ level }) => level === "critical") });
    },
  };
}
