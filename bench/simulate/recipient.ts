import type { Delivery } from "../../lib/model/delivery.ts";
import { toEntries } from "../../lib/render/page/digest.ts";
import type { Style } from "../../lib/render/style/style.ts";
import type { Message, Refused } from "./outcome.ts";
import { shownIn } from "./shown-in.ts";

/** A message as QQ took it, in the text that people read. */
type Taken = Pick<Message, "at" | "by"> & { readonly text: string };

/** What QQ took of the relay, seen from QQ's side: the store's word is held against it. */
export type Recipient = {
  /** When each delivery was told, by id: a message shows it. */
  readonly toldAt: ReadonlyMap<string, number>;
  /** Those that a digest told only as one of a sum. */
  readonly summed: ReadonlySet<string>;
  /** Those that a digest only counted: no message shows them. */
  readonly counted: ReadonlySet<string>;
  readonly messages: readonly Message[];
  readonly refused: readonly Refused[];
  /** Notes a message that QQ took; throws when it tells something for the second time. */
  readonly note: (deliveries: readonly Delivery[], taken: Taken, style: Style) => void;
  readonly noteRefused: (refused: Refused) => void;
};

export function openRecipient(): Recipient {
  const toldAt = new Map<string, number>();
  const summed = new Set<string>();
  const counted = new Set<string>();
  const messages: Message[] = [];
  const refused: Refused[] = [];
  return {
    toldAt,
    summed,
    counted,
    messages,
    refused,
    note: (deliveries, { text, by, at }, style) => {
      const notices = deliveries.map(({ notice }) => notice);
      const entries = toEntries(notices, style);
      const shown = new Set(shownIn(text, entries));
      for (const entry of entries)
        for (const index of entry.covers) {
          const id = deliveries[index]?.id ?? "";
          if (toldAt.has(id) || counted.has(id)) throw new Error(`the relay told ${id} twice`);
          if (!shown.has(entry)) counted.add(id);
          else toldAt.set(id, at);
          if (shown.has(entry) && entry.covers.length > 1) summed.add(id);
        }
      messages.push({ at, by, critical: notices.some(({ level }) => level === "critical") });
    },
    noteRefused: (one) => refused.push(one),
  };
}
