import { useEffect } from "preact/hooks";
import { panes, type View } from "../state/view-hash.ts";

type KeysOptions = { readonly setView: (change: Partial<View>) => void; readonly showKeys: () => void };

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("input:not([type=radio], [type=checkbox]), textarea, select");

/** Keys that hold everywhere: `/` to the filter, `1` `2` `3` to the panes, `?` for the table of keys. */
export function useKeys({ setView, showKeys }: KeysOptions): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector("dialog[open]")) return;
      const pane = panes[Number(event.key) - 1];
      if (event.key === "/") focusOn("#deliveries-search", () => setView({ pane: "deliveries" }));
      else if (event.key === "?") showKeys();
      else if (pane) focusOn(`#${pane}`, () => setView({ pane }));
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}

/** On a phone a pane has to be shown before anything in it takes the focus. */
function focusOn(selector: string, show: () => void): void {
  show();
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
}
