import { html } from "htm/preact";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { useShell } from "../shell.ts";
import { icon } from "./icon.ts";

type DialogProps = { readonly title: string; readonly onClose: () => void; readonly children: ComponentChildren };

/** A question or a table above the page: the browser keeps the focus within, and Escape closes it. */
export function Dialog({ title, onClose, children }: DialogProps): ComponentChildren {
  const { words } = useShell();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const onBackdrop = ({ target }: Event): void => {
    if (target === dialog.current) onClose();
  };
  return html`<dialog ref=${dialog} class="dialog" aria-labelledby=${id} onClose=${onClose} onClick=${onBackdrop}>
    <div class="dialog-inner">
      <header class="dialog-head">
        <h2 id=${id}>${title}</h2>
        <button type="button" class="button button-quiet" aria-label=${words.close} onClick=${onClose}>
          ${icon("close")}
        </button>
      </header>
      ${children}
    </div>
  </dialog>`;
}
