import { html } from "htm/preact";
import { type ComponentChildren, h } from "preact";
import { Dialog } from "../parts/dialog.ts";
import { useShell } from "../shell.ts";

/** The table of keys. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }): ComponentChildren {
  const { words } = useShell();
  const rows = Object.entries(words.keys.list).map(
    ([keys, what]) =>
      html`<div key=${keys}>
        <dt>${keys.split(" ").map((key) => html`<kbd>${key}</kbd> `)}</dt>
        <dd>${what}</dd>
      </div>`,
  );
  return h(Dialog, { title: words.keys.title, onClose, children: html`<dl class="keys">${rows}</dl>` });
}
