import { html } from "htm/preact";
import type { ComponentChildren } from "preact";
import { icon, type IconName } from "./icon.ts";

type EmptyProps = {
  readonly icon: IconName;
  readonly title: string;
  readonly how?: string;
  readonly children?: ComponentChildren;
};

/** Where there is nothing yet: what to do next. */
export const Empty = ({ icon: mark, title, how, children }: EmptyProps): ComponentChildren =>
  html`<div class="empty">
    ${icon(mark)}
    <p class="empty-title">${title}</p>
    ${how && html`<p>${how}</p>`} ${children}
  </div>`;
