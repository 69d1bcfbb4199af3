import type { QqEvent } from "../../model/qq-event.ts";
import type { Anchor } from "../../model/permit.ts";
import type { Target } from "../../model/target.ts";
import { type Json, partOf, readId } from "../read-body.ts";
import type { EventReader, EventFacts } from "./event-reader.ts";
import { channelsIn, targetsAt } from "./targets.ts";

type Place = "c2c" | "group" | "channel";

/** Where it happened, by `chat_type` or `scene`; one field alone is not always there. */
const named: ReadonlyMap<string, Place> = new Map([
  ["0", "channel"],
  ["1", "group"],
  ["2", "c2c"],
  ["guild", "channel"],
  ["group", "group"],
  ["c2c", "c2c"],
]);

/** Where a permission to push holds, by its `scope`. */
const scopes: ReadonlyMap<unknown, Place> = new Map([
  ["c2c_push", "c2c"],
  ["group_push", "group"],
]);

const targetsOf: Readonly<Record<Place, (d: Json) => readonly Target[]>> = {
  group: (d) => targetsAt("group", d["group_openid"]),
  channel: (d) => channelsIn(d),
  c2c: (d) => targetsAt("c2c", d["user_openid"]),
};

/** What the relay's own buttons carry, with the command that each stands for. */
const buttons: ReadonlyMap<string, string> = new Map([
  ["more", "/more"],
  ["digest", "/digest"],
]);

/**
 * Reads a button of a message (type 11) or the quick menu of c2c (12), which QQ wants acknowledged; push permission that
 * a user (18) or group (19) gave, or that changed (20); nothing of the other types.
 */
export const readInteraction: EventReader = (d, event) => {
  const data = partOf(d["data"]);
  const resolved = partOf(data["resolved"]);
  switch (Number(readId(d["type"]) ?? readId(data["type"]))) {
    case 11:
    case 12:
      return readPress(d, resolved, event);
    case 18:
    case 19:
    case 20: {
      const { scope } = partOf(resolved["authorize_data"]);
      const targets = findTargets(d, scopes.get(scope) ?? placeOf(d));
      return targets.length === 0 ? undefined : { targets, proactive: "allowed" };
    }
    default:
      return undefined;
  }
};

/** The envelope's id is the anchor; QQ's page on c2c says `d.id`, which serves where the envelope has none. */
function readPress(d: Json, resolved: Json, event: Anchor | undefined): EventFacts {
  const id = readId(d["id"]);
  const opens = event ?? (id === undefined ? undefined : { kind: "event", id });
  return {
    targets: findTargets(d, placeOf(d)),
    presence: "here",
    ...(opens !== undefined && { opens }),
    ...(id !== undefined && { acknowledge: id }),
    ...readCommand(d, resolved),
  };
}

function readCommand(d: Json, resolved: Json): Pick<QqEvent, "said"> {
  const speaker = readId(d["group_member_openid"]) ?? readId(d["user_openid"]) ?? readId(resolved["user_id"]);
  const text = buttons.get(readId(resolved["button_data"]) ?? "");
  return text === undefined || speaker === undefined ? {} : { said: { text, speaker: { id: speaker }, to: "bot" } };
}

const placeOf = (d: Json): Place | undefined =>
  named.get(readId(d["chat_type"]) ?? "") ?? named.get(readId(d["scene"]) ?? "");

/** In the place that was named, or, where its id is missing, in any that has one. */
function findTargets(d: Json, place: Place | undefined): readonly Target[] {
  const order: readonly Place[] = [...(place ? [place] : []), "group", "channel", "c2c"];
  return order.map((each) => targetsOf[each](d)).find((targets) => targets.length > 0) ?? [];
}
