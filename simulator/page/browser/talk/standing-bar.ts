import { html } from "htm/preact";
import type { VNode } from "preact";
import type { Standing } from "../../../live/view.ts";
import type { Count } from "../../../quota.ts";
import { useNow } from "../live.ts";
import { usePageWords, type PageWords } from "../words.ts";

/** What is left: what each rule has counted, and the windows with the time that they have. */
export function StandingBar({ standing, ahead }: { readonly standing: Standing; readonly ahead: number }): VNode {
  const words = usePageWords();
  const now = useNow(ahead);
  const { windows, counts } = standing;
  const open = windows.filter(({ closesAt }) => Date.parse(closesAt) > now);
  return html`<ul class="standing">
    ${counts.flatMap((count) => (count.max === null ? [] : [html`<${OneCount} count=${count} max=${count.max} />`]))}
    ${open.length === 0 && html`<li class="chip">${words.noWindow}</li>`}
    ${open.slice(0, 3).map(
      ({ id, closesAt, used, times }) =>
        html`<li class="chip chip-open" key=${id}>
          ${`${words.windows} ${used}${times === null ? "" : `/${times}`} · `}
          <time>${leftOf(Date.parse(closesAt) - now)}</time>
        </li>`,
    )}
    ${open.length > 3 && html`<li class="chip">+${open.length - 3}</li>`}
  </ul>`;
}

/** Minutes and seconds. */
function leftOf(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function OneCount({ count, max }: { readonly count: Count; readonly max: number }): VNode {
  const words = usePageWords();
  const { used } = count;
  return html`<li class=${used >= max ? "chip chip-full" : "chip"}>${nameOf(count, words)} <b>${used}/${max}</b></li>`;
}

function nameOf({ id, of, per, every }: Count, { counts }: PageWords): string {
  const what = id === "guild-channels-day" ? counts.distinct : counts.of[of];
  return [what, counts.per[per], counts.every[every]].filter(Boolean).join(" ");
}
