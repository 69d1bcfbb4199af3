import { html } from "htm/preact";
import { type ComponentChildren, h } from "preact";
import type { Failure } from "../api/ask.ts";
import type { Connection } from "../api/live.ts";
import { Button, CopyButton } from "../parts/button.ts";
import type { IconName } from "../parts/icon.ts";
import { useShell } from "../shell.ts";
import { inLanguage } from "../state/in-language.ts";
import { tellLimits } from "../state/tell-limits.ts";
import type { Language } from "../words.ts";
import { type Theme, themes } from "./theme.ts";

type TopBarProps = {
  readonly connection: Connection;
  /** Why the relay could not tell what it is. */
  readonly failure: Failure | undefined;
  readonly theme: Theme;
  readonly setTheme: (theme: Theme) => void;
  readonly setLanguage: (language: Language) => void;
  readonly showKeys: () => void;
};

const themeIcons = { auto: "system", light: "sun", dark: "moon" } as const satisfies Record<Theme, IconName>;

/** Which relay this is, whether it is heard, how QQ's events come, and how the console looks. */
export function TopBar({
  connection,
  failure,
  theme,
  setTheme,
  setLanguage,
  showKeys,
}: TopBarProps): ComponentChildren {
  const { words, language, overview } = useShell();
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "auto";
  const command = reopen(overview);
  const limits = tellLimits(overview?.limits ?? [], words, language);
  const isClosed = connection === "closed" || failure?.error === "unauthorized";
  return html`<header class="top">
    <div class="brand">
      <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <rect class="brand-field" x="1" y="1" width="30" height="30" rx="9" />
        <path class="brand-line" d="M8 11h10a4 4 0 0 1 0 8h-7l-3 4v-4" />
        <path class="brand-line" d="m20 8 4 3-4 3" />
      </svg>
      <h1>qq-relay</h1>
    </div>
    <ul class="facts">
      <li>
        <span class=${`connection connection-${connection}`} role="status"
          ><span class="dot" aria-hidden="true" />${words.top.connection[connection]}</span
        >
      </li>
      ${overview && html`<li class="fact">${where(overview, words)}</li>`}
      ${overview && eventsFact(overview, words, language)}
      ${limits.length > 0 && html`<li class="fact fact-limits" title=${[words.top.limits, ...limits].join("\n")}>${limits[0]}</li>`}
    </ul>
    <div class="tools">
      ${h(
        Button,
        {
          kind: "quiet",
          icon: "globe",
          label: `${words.language}: ${words.otherLanguage}`,
          onPress: () => setLanguage(language === "zh" ? "en" : "zh"),
        },
        html`<span lang=${language === "zh" ? "en" : "zh-CN"}>${words.otherLanguage}</span>`,
      )}
      ${h(Button, {
        kind: "quiet",
        icon: themeIcons[theme],
        label: `${words.theme}: ${words.themes[theme]}`,
        onPress: () => setTheme(next),
      })}
      ${h(Button, { kind: "quiet", icon: "keyboard", label: words.top.keys, onPress: showKeys })}
    </div>
    ${
      isClosed &&
      html`<p class="banner banner-bad" role="alert">
        <span>${words.top.closed}</span> <code>${command}</code>
        ${h(CopyButton, { text: command, label: words.copy, iconOnly: true })}
      </p>`
    }
  </header>`;
}

/** The command that opens this console again. */
const reopen = (overview: Known | undefined): string =>
  overview?.mode === "deployed" && overview.table !== undefined
    ? `npm run console -- --table ${overview.table}`
    : "npm run relay -- console";

type Told = ReturnType<typeof useShell>;
type Known = NonNullable<Told["overview"]>;

function where({ table, simulated }: Known, words: Told["words"]) {
  if (simulated) return html`<span title=${words.top.simulatorWhy}>${words.top.simulator}</span>`;
  return table === undefined ? words.top.qq : words.top.table(table);
}

/** With the simulator its events are nothing to look at; a real bot's connection has its own sentence. */
function eventsFact({ events, simulated }: Known, words: Told["words"], language: Language) {
  const message = events.message === undefined ? "" : inLanguage(events.message, language);
  if (simulated && message === "") return null;
  return html`<li class="fact" title=${message}>${message || words.top.events(events.mode)}</li>`;
}
