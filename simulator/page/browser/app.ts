import { html } from "htm/preact";
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Target } from "../../scene.ts";
import { Language, type LanguageName } from "./chat/language.ts";
import { Panel } from "./knobs/panel.ts";
import { useLive, type Live } from "./live.ts";
import { isSame, readPlace, writePlace } from "./place.ts";
import { useRemembered } from "./remember.ts";
import { ConversationList } from "./talk/conversation-list.ts";
import { Talk } from "./talk/talk.ts";
import { usePageWords } from "./words.ts";

const themes = ["system", "light", "dark"] as const;
const languages = ["zh", "en"] as const satisfies readonly LanguageName[];
const panes = ["list", "talk", "knobs"] as const;
type Theme = (typeof themes)[number];

/** Where a person begins who named no conversation, and where none was met yet. */
const firstPlace: Target = { scene: "group", id: "G1" };

const systemLanguage = (): LanguageName => (navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en");

/** The simulator's page. */
export function App(): VNode {
  const [theme, setTheme] = useRemembered("qq-simulator-theme", themes, "system");
  const [language, setLanguage] = useRemembered("qq-simulator-language", languages, systemLanguage());
  useEffect(() => {
    const { documentElement: root } = document;
    if (theme === "system") delete root.dataset["theme"];
    else root.dataset["theme"] = theme;
    root.lang = language === "zh" ? "zh-CN" : "en";
  }, [theme, language]);
  return html`<${Language.Provider} value=${language}>
    <${Rooms} theme=${theme} onTheme=${setTheme} onLanguage=${() => setLanguage(language === "zh" ? "en" : "zh")} />
  <//>`;
}

type RoomsProps = {
  readonly theme: Theme;
  readonly onTheme: (theme: Theme) => void;
  readonly onLanguage: () => void;
};

function Rooms(props: RoomsProps): VNode {
  const words = usePageWords();
  const [chosen, choose] = usePlace();
  const [pane, setPane] = useState<(typeof panes)[number]>("talk");
  const live = useLive(chosen ?? firstPlace);
  const { overview, connected } = live;
  const [latest] = overview?.conversations ?? [];
  useEffect(() => {
    if (chosen === undefined && latest && !isSame(latest, firstPlace)) choose({ scene: latest.scene, id: latest.id });
  }, [chosen, latest, choose]);
  const here = chosen ?? firstPlace;
  return html`<div class="page" data-pane=${pane}>
    <${Head} ...${props} live=${live} />
    ${!connected && html`<p class="offline" role="status">${words.offline}</p>`}
    <div class="tabs">
      ${panes.map(
        (one) =>
          html`<button type="button" aria-pressed=${one === pane} onClick=${() => setPane(one)}>
            ${words.panes[one]}
          </button>`,
      )}
    </div>
    <main class="rooms">
      <${ConversationList}
        conversations=${overview?.conversations ?? []}
        here=${here}
        onChoose=${(target: Target) => {
          choose(target);
          setPane("talk");
        }}
      />
      <${Talk} key=${writePlace(here)} target=${here} live=${live} />
      ${overview && html`<${Panel} overview=${overview} target=${here} />`}
    </main>
  </div>`;
}

function Head({ theme, onTheme, onLanguage, live }: RoomsProps & { readonly live: Live }): VNode {
  const words = usePageWords();
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "system";
  const online = live.overview?.gateway.sessions.filter(({ connected }) => connected).length ?? 0;
  const { ways } = words.knobs.connect;
  return html`<header class="head">
    <h1>${words.title}</h1>
    ${
      live.overview &&
      html`<span class="chip"
        >${ways[live.overview.events]}${live.overview.events === "callback" ? "" : ` · ${online}`}</span
      >`
    }
    <span class="head-space"></span>
    <button type="button" class="button button-plain" onClick=${() => onTheme(next)}>
      ${words.theme}: ${words.themes[theme]}
    </button>
    <button type="button" class="button button-plain" onClick=${onLanguage}>${words.language}</button>
  </header>`;
}

/** The conversation that the address names, so that a link leads to it. */
function usePlace() {
  const [place, setPlace] = useState(() => readPlace(globalThis.location.hash));
  useEffect(() => {
    const read = (): void => setPlace(readPlace(globalThis.location.hash));
    globalThis.addEventListener("hashchange", read);
    return () => globalThis.removeEventListener("hashchange", read);
  }, []);
  const choose = (target: Target): void => {
    globalThis.location.hash = writePlace(target);
  };
  return [place, choose] as const;
}
