import type { Delivery, DeliveryState } from "../../../lib/model/delivery.ts";
import { levelRank } from "../../../lib/model/level.ts";
import type { Routes } from "../../../lib/model/route.ts";
import type { Settings } from "../../../lib/model/settings.ts";
import type { Target } from "../../../lib/model/target.ts";
import { wire, type WireBody } from "../../../lib/qq/wire.ts";
import { imageOf } from "../../../lib/render/page/image-of.ts";
import { withPicture } from "../../../lib/render/page/with-picture.ts";
import { renderSend } from "../../../lib/render/render-send.ts";
import { styleOf } from "../../../lib/render/style/style-of.ts";
import { iso } from "../tell-delivery.ts";
import { pictureOf } from "../preview/picture-of.ts";
import type { Message } from "./from-simulator.ts";

/** What became of a message that told deliveries in such a state; those of other states went out in none. */
const states: Readonly<Partial<Record<DeliveryState, Message["state"]>>> = {
  sent: "sent",
  "in-audit": "audit",
  unsure: "unsure",
  failed: "refused",
};

/**
 * The messages that deliveries went out in, oldest first, as they would be written now: deliveries of one message are told
 * together. What a digest only counted, and the notes below it, the log does not know.
 */
export function messagesFromLog(
  target: Target,
  deliveries: readonly Delivery[],
  routes: Routes,
  settings: Settings,
): readonly Message[] {
  const sent = deliveries.filter(isTold);
  const groups = [...Map.groupBy(sent, messageName).values()];
  return groups
    .map((some) => toMessage(target, some, routes, settings))
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Whether a delivery went out in a message, as far as the log knows. */
export const isTold = ({ state, last }: Delivery): boolean =>
  states[state] !== undefined && (state !== "failed" || last?.code !== undefined);

/** What deliveries of one message share. */
export const messageName = ({ messageId, auditId, claim, id }: Delivery): string => messageId ?? auditId ?? claim ?? id;

function toMessage(target: Target, some: readonly Delivery[], routes: Routes, settings: Settings): Message {
  const [first] = some;
  const times = some.map(({ last, tried, arrivedAt }) => last?.at ?? tried?.at ?? arrivedAt);
  const state = states[first?.state ?? "sent"] ?? "sent";
  const { messageId, last, tried } = first ?? {};
  return {
    ...(messageId !== undefined && { id: messageId }),
    at: iso(Math.max(...times)),
    from: "bot",
    body: bodyOf(target, some, routes, settings),
    state,
    ...(state === "refused" && last?.code !== undefined && { code: last.code }),
    ...(tried && { permit: tried.by === "reply" ? "msg" : "proactive" }),
    deliveries: some.map(({ id, route }) => ({ id, route })),
  };
}

/** The severest first, then the oldest, as digests have them. */
const inOrder = (some: readonly Delivery[]): readonly Delivery[] =>
  some.toSorted((a, b) => levelRank(b.notice.level) - levelRank(a.notice.level) || a.arrivedAt - b.arrivedAt);

function bodyOf({ scene }: Target, some: readonly Delivery[], routes: Routes, settings: Settings): WireBody {
  const told = inOrder(some);
  const answer = told.find(({ answers }) => answers)?.notice;
  const notices = told
    .filter(({ answers }) => !answers)
    .map(({ notice, folded = 0 }) => (folded > 0 ? { ...notice, times: folded + 1 } : notice));
  const image = imageOf(told);
  const picture = image === undefined ? undefined : pictureOf(image, scene);
  const style = styleOf(scene, settings, told, routes);
  const { message } = renderSend({ notices, ...(answer && { answer }) }, style);
  return wire(withPicture(message, picture), scene, undefined);
}
