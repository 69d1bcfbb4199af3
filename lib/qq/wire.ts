import type { Message } from "../model/message.ts";
import type { Permit } from "../model/permit.ts";
import { type SceneName, scenes, type Wire } from "../model/scene.ts";
import { unreachable } from "../model/unreachable.ts";

/** A body for QQ's send API, ready to become JSON. */
export type WireBody = Readonly<Record<string, unknown>>;

/** `msg_type` of the v2 scenes; channel and dm tell the form by the field present. */
const msgTypes = { text: 0, markdown: 2, ark: 3 } as const satisfies Record<Message["form"], number>;

/** Forms beside which a scene's `content` is sent as a space; the others leave it out. The pages differ, so it can be flipped. */
const filled = { v2: ["ark"], guild: [] } as const satisfies Record<Wire, readonly Message["form"][]>;

function formFields(message: Message): WireBody {
  switch (message.form) {
    case "text":
      return { content: message.content };
    case "markdown":
      return { markdown: { content: message.content } };
    case "ark":
      return { ark: { template_id: message.template, kv: message.kv } };
    default:
      return unreachable(message);
  }
}

/** A reply names its anchor, in v2 with its place among the anchor's replies. A proactive send names nothing. */
function permitFields(permit: Permit | undefined, wire: Wire): WireBody {
  if (permit?.kind !== "reply") return {};
  const { anchor, seq } = permit;
  return { [anchor.kind === "msg" ? "msg_id" : "event_id"]: anchor.id, ...(wire === "v2" ? { msg_seq: seq } : {}) };
}

/**
 * The body that tells a message in a scene under a permit: the only place that knows msg_type and which fields may stand
 * together. `flipFiller` sends the other form of the filler rule, once QQ refused a body that is otherwise valid.
 */
export function wire(
  message: Message,
  scene: SceneName,
  permit: Permit | undefined,
  flipFiller: boolean = false,
): WireBody {
  const { wire } = scenes[scene];
  const isFilled = (filled[wire] as readonly Message["form"][]).includes(message.form) !== flipFiller;
  return {
    ...(wire === "v2" ? { msg_type: msgTypes[message.form] } : {}),
    ...(isFilled ? { content: " " } : {}),
    ...formFields(message),
    ...permitFields(permit, wire),
  };
}
