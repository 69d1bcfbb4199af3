import { html } from "htm/preact";
import { type ComponentChildren, h } from "preact";
import type { Failure } from "../api/ask.ts";
import { useShell } from "../shell.ts";
import { sayFailure } from "../state/say-failure.ts";
import { Button } from "./button.ts";

type FailedProps = { readonly failure: Failure; readonly again: () => void };

/** Why something is not shown, or not as it is now, and the way to ask anew. */
export function Failed({ failure, again }: FailedProps): ComponentChildren {
  const { words, language } = useShell();
  return html`<div class="failed" role="alert">
    <p>${sayFailure(failure, language)}</p>
    ${h(Button, { icon: "again", onPress: again }, words.again)}
  </div>`;
}
