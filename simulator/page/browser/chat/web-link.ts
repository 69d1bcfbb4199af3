import { html } from "htm/preact";
import type { ComponentChildren, VNode } from "preact";

/** An address that may be followed from here: http and https alone; undefined for all else. */
export function webAddress(address: string): string | undefined {
  const url = URL.parse(address);
  return url?.protocol === "https:" || url?.protocol === "http:" ? url.href : undefined;
}

/** A link to a page elsewhere, or its words alone where the address is none to follow. */
export function WebLink({
  to,
  className = "chat-link",
  children,
}: {
  readonly to: string;
  readonly className?: string;
  readonly children?: ComponentChildren;
}): VNode {
  const href = webAddress(to);
  return href === undefined
    ? html`<span>${children}</span>`
    : html`<a class=${className} href=${href} target="_blank" rel="noopener noreferrer">${children}</a>`;
}
