import { html } from "htm/preact";
import { type ComponentChildren, h } from "preact";
import { useShell } from "../shell.ts";
import { inLanguage } from "../state/in-language.ts";
import { Left } from "./clocks.ts";

type HeldLineProps = { readonly held: { readonly message: string; readonly until?: string | undefined } };

/** Why something waits, in words, and how long still. */
export function HeldLine({ held: { message, until } }: HeldLineProps): ComponentChildren {
  const { language } = useShell();
  return html`<span class="held"
    ><span>${inLanguage(message, language)}</span>${until !== undefined && h(Left, { at: until })}</span
  >`;
}
