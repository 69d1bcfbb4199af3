import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Overview } from "./api/calls.ts";
import type { Failure } from "./api/ask.ts";
import type { View } from "./state/view-hash.ts";
import { type Language, type Words, words } from "./words.ts";

/** What every part of the console knows. */
export type Shell = {
  readonly language: Language;
  readonly words: Words;
  /** Undefined until the relay has told it. */
  readonly overview: Overview | undefined;
  readonly view: View;
  /** Changes a part of the view, and the address with it. */
  readonly setView: (change: Partial<View>) => void;
  /** Says something for a moment, aloud too. */
  readonly notify: (text: string) => void;
  /** Says why something asked for did not come. */
  readonly tellFailure: (failure: Failure) => void;
};

const nothing = () => undefined;

export const ShellContext = createContext<Shell>({
  language: "zh",
  words: words.zh,
  overview: undefined,
  view: { filter: {}, pane: "deliveries" },
  setView: nothing,
  notify: nothing,
  tellFailure: nothing,
});

export const useShell = (): Shell => useContext(ShellContext);
