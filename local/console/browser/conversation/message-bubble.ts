import { html } from "htm/preact";
import { type ComponentChildren, h } from "preact";
import { useMemo } from "preact/hooks";
import { Bubble } from "../../../../simulator/page/browser/chat/bubble.ts";
import type { BubbleState } from "../../../../simulator/page/browser/chat/frame.ts";
import type { Press } from "../../../../simulator/page/browser/chat/press.ts";
import { UserBubble } from "../../../../simulator/page/browser/chat/said.ts";
import type { Message } from "../api/calls.ts";
import { useShell } from "../shell.ts";
import { shortId } from "../state/short-target.ts";

type MessageBubbleProps = { readonly message: Message; readonly onButton: Press | undefined };

/** What the bot is called here: nobody but QQ knows its name there. */
export const botName = "qq-relay";

const states = {
  sent: "sent",
  refused: "refused",
  audit: "audit",
  unsure: "lost",
  recalled: "recalled",
} as const satisfies Record<Message["state"], BubbleState>;

/** One message as QQ shows it, with which deliveries it tells. */
export function MessageBubble({ message, onButton }: MessageBubbleProps): ComponentChildren {
  const { words, language, setView } = useShell();
  const { id, from, at, name, text = "", body, state, code, permit, deliveries } = message;
  return useMemo(() => {
    if (from === "user") return h(UserBubble, { text, at, name: shortId(name ?? words.conversation.user) });
    const note = html`<span class="bubble-note">
      ${code !== undefined && code !== 0 && html`<span>${words.conversation.failed(code)}</span>`}
      ${permit !== undefined && html`<span>${words.conversation.permit[permit]}</span>`}
      ${
        deliveries.length > 0 &&
        html`<button
          type="button"
          class="link"
          onClick=${() => setView({ filter: { text: id ?? deliveries[0]?.id ?? "" }, pane: "deliveries" })}
        >
          ${deliveries.length > 1 ? words.conversation.digest(deliveries.length) : deliveries[0]?.route}
        </button>`
      }
    </span>`;
    return h(Bubble, { body: body ?? { content: text }, at, name: botName, state: states[state], note, onButton });
  }, [JSON.stringify(message), language]);
}
