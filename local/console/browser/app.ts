import { html } from "htm/preact";
import { type ComponentChildren, h } from "preact";
import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { Language as ChatLanguage } from "../../../simulator/page/browser/chat/language.ts";
import { ask, type Failure } from "./api/ask.ts";
import { ConversationPane } from "./conversation/conversation-pane.ts";
import { DeliveriesPane } from "./deliveries/deliveries-pane.ts";
import { useAsked } from "./hooks/use-asked.ts";
import { useDeliveries } from "./hooks/use-deliveries.ts";
import { useKeys } from "./hooks/use-keys.ts";
import { useStored } from "./hooks/use-stored.ts";
import { useStatus } from "./hooks/use-status.ts";
import { useView } from "./hooks/use-view.ts";
import { PlaygroundPane } from "./playground/playground-pane.ts";
import { ShellContext, type Shell } from "./shell.ts";
import { sayFailure } from "./state/say-failure.ts";
import { KeysDialog } from "./top/keys-dialog.ts";
import { PaneTabs } from "./top/pane-tabs.ts";
import { themes, useTheme } from "./top/theme.ts";
import { TopBar } from "./top/top-bar.ts";
import { type Language, words } from "./words.ts";

const languages: readonly Language[] = ["zh", "en"];

const browserLanguage = (): Language => (/^zh\b/i.test(navigator.language) ? "zh" : "en");

/** So long a word about what was done stays (ms). */
const noteStays = 4_000;

/** The whole console: a bar, three panes, and what is said for a moment. */
export function App(): ComponentChildren {
  const [language, setLanguage] = useStored("qq-relay-language", languages, browserLanguage());
  const [theme, setTheme] = useStored("qq-relay-theme", themes, "auto");
  const [view, setView] = useView();
  const [note, setNote] = useState("");
  const [showsKeys, setShowsKeys] = useState(false);
  const { answer: overview, failure, reload } = useAsked("overview", () => ask("overview", {}));
  const status = useStatus();
  const onTarget = (target: string): void => {
    // Just paired: the routes have one more.
    if (status.answer?.targets.every((each) => each.target !== target)) reload();
    status.onTarget(target);
  };
  const deliveries = useDeliveries(view.filter, {
    onTarget,
    onBack: () => {
      reload();
      status.onTarget(undefined);
    },
  });
  const told = words[language];

  useTheme(theme);
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.title = told.name;
  }, [language]);
  useEffect(() => {
    if (note === "") return undefined;
    const timer = setTimeout(() => setNote(""), noteStays);
    return () => clearTimeout(timer);
  }, [note]);
  useKeys({ setView, showKeys: () => setShowsKeys(true) });

  const tellFailure = useCallback((failure: Failure) => setNote(sayFailure(failure, language)), [language]);
  const shell: Shell = useMemo(
    () => ({ language, words: told, overview, view, setView, notify: setNote, tellFailure }),
    [language, overview, view, tellFailure],
  );
  const first = status.answer?.targets[0]?.target;
  const conversation = view.conversation ?? first;
  return h(
    ShellContext.Provider,
    { value: shell },
    h(
      ChatLanguage.Provider,
      { value: language },
      html`<a class="skip" href="#deliveries" onClick=${focusDeliveries}>${told.skip}</a>
        ${h(TopBar, {
          connection: deliveries.connection,
          failure: failure ?? deliveries.failure,
          theme,
          setTheme,
          setLanguage,
          showKeys: () => setShowsKeys(true),
        })}
        <main class="panes" data-pane=${view.pane}>
          ${h(DeliveriesPane, { deliveries, status: status.answer })} ${h(ConversationPane, { status, conversation })}
          ${h(PlaygroundPane, { conversation })}
        </main>
        ${h(PaneTabs, {})}
        <div class="note" role="status">${note !== "" && html`<p>${note}</p>`}</div>
        ${showsKeys && h(KeysDialog, { onClose: () => setShowsKeys(false) })}`,
    ),
  );
}

function focusDeliveries(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>("#deliveries")?.focus();
}
