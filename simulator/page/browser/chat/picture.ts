import { html } from "htm/preact";
import type { VNode } from "preact";
import { useWords } from "./language.ts";

export type PictureProps = {
  /** Its address; a `data:` picture is shown, all else is a placeholder, since nothing may be fetched from elsewhere. */
  readonly address: string;
  readonly name?: string | undefined;
  /** Its size as the sender told it, in px. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly small?: boolean;
  /** Whoever draws it names the address, not who sent it: a path of the page's own host is shown too. */
  readonly own?: boolean;
};

const shownData = /^data:image\/(?:png|jpe?g|gif|webp|bmp);base64,/i;

const ownPath = /^\/(?![/\\])/;

const hostOf = (address: string): string => URL.parse(address)?.host ?? "";

/** A picture, or the place where QQ would show it. */
export function Picture({ address, name = "", width, height, small = false, own = false }: PictureProps): VNode {
  const words = useWords();
  const className = small ? "chat-picture chat-thumbnail" : "chat-picture";
  if (shownData.test(address) || (own && ownPath.test(address)))
    return html`<img class=${className} src=${address} alt=${name || words.picture} width=${width} height=${height} />`;
  const ratio = width && height ? { aspectRatio: `${width} / ${height}`, width: `${width}px` } : undefined;
  const caption = [name, hostOf(address)].filter(Boolean).join(" · ");
  return html`<span class=${`${className} chat-absent`} style=${ratio} title=${caption}>
    <${Mountains} />
    <span class="chat-absent-words">${caption || words.picture}</span>
  </span>`;
}

const Mountains = (): VNode =>
  html`<svg class="chat-icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M3 5h18v14H3zM3 16l5-5 4 4 3-3 6 6M15.5 9.5h.01" />
  </svg>`;
