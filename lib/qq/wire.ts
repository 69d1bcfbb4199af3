import type { Message } from "../model/message.ts";
import type { Permit } from "../model/permit.ts";
import { type SceneName, scenes } from "../model/scene.ts";
import { guildFields, v2Fields } from "./wire-fields.ts";

/** A body for QQ's send API, ready to become JSON. */
export type WireBody = Readonly<Record<string, unknown>>;

/** A reply names its anchor, in v2 with its place among the anchor's replies. A push names nothing, but that it is a wake-up message. */
function permitFields(permit: Permit | undefined, numbered: boolean): WireBody {
  if (permit?.kind !== "reply") return permit?.wakeup ? { is_wakeup: true } : {};
  const { anchor, seq } = permit;
  return { [anchor.kind === "msg" ? "msg_id" : "event_id"]: anchor.id, ...(numbered && { msg_seq: seq }) };
}

/**
 * The body that tells a message in a scene under a permit: the only place that knows msg_type and which fields may stand
 * together. `flipFiller` sends the other form of the filler rule, once QQ refused a body that is otherwise valid.
 * A picture's bytes go beside the body.
 */
export function wire(
  message: Message,
  scene: SceneName,
  permit: Permit | undefined,
  flipFiller: boolean = false,
): WireBody {
  const isV2 = scenes[scene].wire === "v2";
  return {
    ...(isV2 ? v2Fields(message, flipFiller) : guildFields(message, flipFiller)),
    ...permitFields(permit, isV2),
  };
}
