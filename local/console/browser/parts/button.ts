import { html } from "htm/preact";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useShell } from "../shell.ts";
import { icon, type IconName } from "./icon.ts";

type ButtonProps = {
  readonly onPress: () => void;
  readonly icon?: IconName;
  readonly kind?: "plain" | "main" | "quiet";
  readonly disabled?: boolean;
  /** What it does, where the mark alone is seen. */
  readonly label?: string;
  readonly pressed?: boolean;
  readonly children?: ComponentChildren;
};

/** One thing to do. */
export const Button = ({
  onPress,
  icon: mark,
  kind = "plain",
  disabled,
  label,
  pressed,
  children,
}: ButtonProps): ComponentChildren =>
  html`<button
    type="button"
    class=${`button button-${kind}`}
    disabled=${disabled}
    aria-label=${label}
    title=${label}
    aria-pressed=${pressed}
    onClick=${onPress}
  >
    ${mark && icon(mark)}${children}
  </button>`;

/** So long a copied text is said to be (ms). */
const afterglow = 1_600;

type CopyProps = {
  readonly text: string;
  /** What is copied, in words. */ readonly label: string;
  readonly iconOnly?: boolean;
};

/** Puts a text on the clipboard, and says so. */
export function CopyButton({ text, label, iconOnly = false }: CopyProps): ComponentChildren {
  const { words, notify } = useShell();
  const [isDone, setDone] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setDone(true);
    notify(words.copied);
    setTimeout(() => setDone(false), afterglow);
  };
  return html`<button
    type="button"
    class=${`button ${iconOnly ? "button-quiet" : "button-plain"}`}
    aria-label=${iconOnly ? label : undefined}
    title=${iconOnly ? label : undefined}
    onClick=${() => void copy()}
  >
    ${icon(isDone ? "check" : "copy")}${!iconOnly && html`<span>${label}</span>`}
  </button>`;
}
