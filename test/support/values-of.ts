import type { Message } from "../../lib/model/message.ts";
import { unreachable } from "../../lib/base/unreachable.ts";

/** Every text of a message that QQ reads or a person gets to see, but for the pages of its buttons. */
export function valuesOf(message: Message): readonly string[] {
  switch (message.form) {
    case "text":
    case "media":
    case "markdown":
      return [message.content];
    case "markdown-template":
      return message.params.flatMap(({ values }) => values);
    case "ark":
      return message.kv.flatMap((pair) =>
        "value" in pair ? [pair.value] : pair.obj.flatMap((row) => row.obj_kv.map(({ value }) => value)),
      );
    case "embed":
      return [message.title, message.prompt, ...message.fields];
    default:
      return unreachable(message);
  }
}

/** Pages that a message's buttons lead to. */
export const pagesOf = (message: Message): readonly string[] =>
  "keyboard" in message && message.keyboard && "rows" in message.keyboard
    ? message.keyboard.rows.flatMap((row) => row.flatMap(({ action }) => (action.kind === "jump" ? [action.url] : [])))
    : [];
