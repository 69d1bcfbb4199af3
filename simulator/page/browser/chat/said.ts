import { html } from "htm/preact";
import type { VNode } from "preact";
import { Frame, type FrameProps } from "./frame.ts";
import { useWords } from "./language.ts";

export type UserBubbleProps = Omit<FrameProps, "children" | "below" | "tag"> & {
  /** What was said: plain text, shown as it is but for a line's end. */
  readonly text: string;
  /** Who was addressed; nobody in private chats. */
  readonly mention?: boolean | "all" | undefined;
  /** The bot's name, as the mention shows it. */
  readonly bot?: string | undefined;
};

/** What a person said, on the right unless another person is to be seen. */
export function UserBubble({ text, mention = false, bot = "QQ bot", mine = true, ...frame }: UserBubbleProps): VNode {
  const words = useWords();
  const addressed = mention === "all" ? words.everyone : `@${bot}`;
  return html`<${Frame} ...${frame} mine=${mine}>
    <div class="chat-content">
      <div class="chat-text">${mention !== false && html`<span class="chat-mention">${addressed}</span> `}${text}</div>
    </div>
  <//>`;
}
