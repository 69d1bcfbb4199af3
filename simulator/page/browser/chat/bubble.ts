import { html } from "htm/preact";
import type { VNode } from "preact";
import { Content } from "./content.ts";
import { fieldsOf, isGiven } from "./fields.ts";
import { Frame, type FrameProps } from "./frame.ts";
import { Keyboard } from "./keyboard.ts";
import { useWords } from "./language.ts";
import type { Press } from "./press.ts";

export type BubbleProps = Omit<FrameProps, "children" | "below" | "tag"> & {
  /** The body as it went to QQ's API. */
  readonly body: unknown;
  /** The picture that `media.file_info` stands for, where it is known: a `data:` URL, a path of this host, or its address elsewhere. */
  readonly picture?: string | undefined;
  /** Called when a button or a command in the text is pressed; without it they are drawn, but cannot be. */
  readonly onButton?: Press | undefined;
};

/** What a bot sent, as QQ shows it. */
export function Bubble({ body, picture, onButton, name = "QQ bot", ...frame }: BubbleProps): VNode {
  const { bot } = useWords();
  const keyboard = isGiven(fieldsOf(body), "keyboard")
    ? html`<${Keyboard} keyboard=${fieldsOf(body)["keyboard"]} onPress=${onButton} />`
    : undefined;
  return html`<${Frame} ...${frame} name=${name} tag=${bot} below=${keyboard}>
    <${Content} body=${body} picture=${picture} onPress=${onButton} />
  <//>`;
}
