import { html } from "htm/preact";
import type { ComponentChildren } from "preact";
import type { Told } from "../api/calls.ts";
import { levelMark } from "../parts/marks.ts";
import { useShell } from "../shell.ts";

/** What the relay read in a request, in neutral words. */
export function NoticeFields({ notice }: { readonly notice: Told["notice"] }): ComponentChildren {
  const { words } = useShell();
  const { fields } = words.playground;
  const { source, event, level, title, lines, link, image, at, key } = notice;
  const rows = [
    [
      fields.level,
      html`<span class="with-mark"
        >${levelMark(level, words)}<span aria-hidden="true">${words.levels[level]}</span></span
      >`,
    ],
    [fields.title, title],
    [fields.lines, lines.join("\n")],
    [fields.link, link],
    [fields.image, image],
    [fields.event, `${source} · ${event}`],
    [fields.at, at],
    [fields.key, key],
  ] as const;
  return html`<details class="fold" open>
    <summary>${words.playground.notice}</summary>
    <dl class="notice-fields">
      ${rows
        .filter(([, value]) => value !== undefined && value !== "")
        .map(
          ([name, value]) =>
            html`<div key=${name}>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
    </dl>
  </details>`;
}
