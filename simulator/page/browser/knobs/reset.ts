import { html } from "htm/preact";
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { Section } from "../parts.ts";
import { usePageWords } from "../words.ts";
import type { Knob } from "./knob.ts";

/** Forgets everything, when it is pressed twice. */
export function ResetKnob({ turn }: Knob): VNode {
  const { reset: words } = usePageWords().knobs;
  const [asked, setAsked] = useState(false);
  const press = (): void => {
    if (asked) void turn("reset", {});
    setAsked(!asked);
  };
  return html`<${Section} title=${words.title}>
    <button type="button" class="button button-danger" onClick=${press} onBlur=${() => setAsked(false)}>
      ${asked ? words.sure : words.button}
    </button>
    <p class="hint">${words.note}</p>
  <//>`;
}
