import { html } from "htm/preact";
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { fieldsOf, listAt, textAt, type Fields } from "./fields.ts";
import { useWords } from "./language.ts";
import type { Press, Pressed } from "./press.ts";
import { webAddress } from "./web-link.ts";

type Key = Pressed & { readonly visited: string; readonly style: string };

function readKey(button: unknown): Key {
  const { id, render_data: shown, action } = fieldsOf(button);
  const label = textAt(fieldsOf(shown), "label") ?? "";
  return {
    id: textAt({ id }, "id") ?? "",
    label,
    visited: textAt(fieldsOf(shown), "visited_label") ?? label,
    style: textAt(fieldsOf(shown), "style") ?? "0",
    type: Number(fieldsOf(action)["type"] ?? 1),
    data: textAt(fieldsOf(action), "data") ?? "",
    enter: fieldsOf(action)["enter"] === true,
  };
}

export type KeyboardProps = { readonly keyboard: Fields; readonly onPress?: Press | undefined };

/** The rows of buttons below a message. */
export function Keyboard({ keyboard, onPress }: KeyboardProps): VNode {
  const words = useWords();
  const rows = listAt(fieldsOf(keyboard["content"]), "rows");
  const template = textAt(keyboard, "id");
  if (rows.length === 0) return html`<div class="chat-source">${words.keyboardTemplate} ${template}</div>`;
  return html`<div class="chat-keyboard">
    ${rows.map(
      (row) =>
        html`<div class="chat-keys">
          ${listAt(fieldsOf(row), "buttons").map(
            (button) => html`<${OneKey} pressed=${readKey(button)} onPress=${onPress} />`,
          )}
        </div>`,
    )}
  </div>`;
}

/** A jump is a link, all else is told; after it was pressed a button may bear another label. */
function OneKey({ pressed, onPress }: { readonly pressed: Key; readonly onPress?: Press | undefined }): VNode {
  const [visited, setVisited] = useState(false);
  const words = useWords();
  const label = visited ? pressed.visited : pressed.label;
  const className = `chat-key chat-key-${/^[0-4]$/.test(pressed.style) ? pressed.style : "0"}`;
  const href = pressed.type === 0 ? webAddress(pressed.data) : undefined;
  if (href !== undefined)
    return html`<a
      class=${className}
      href=${href}
      title=${words.opens}
      target="_blank"
      rel="noopener noreferrer"
      onClick=${() => setVisited(true)}
      >${label}</a
    >`;
  if (!onPress || pressed.type === 0) return html`<span class=${className}>${label}</span>`;
  const press = (): void => {
    setVisited(true);
    onPress(pressed);
  };
  return html`<button type="button" class=${className} onClick=${press}>${label}</button>`;
}
