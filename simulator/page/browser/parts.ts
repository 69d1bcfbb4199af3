import { html } from "htm/preact";
import type { ComponentChildren, VNode } from "preact";
import { useId } from "preact/hooks";

type WithChildren = { readonly children?: ComponentChildren };

/** A part of the panel that can be folded. */
export const Section = ({
  title,
  open = false,
  children,
}: WithChildren & { readonly title: string; readonly open?: boolean }): VNode =>
  html`<details class="section" open=${open}>
    <summary>${title}</summary>
    <div class="section-body">${children}</div>
  </details>`;

export type ToggleProps = {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
};

/** Something that is on or off. */
export const Toggle = ({ label, on, onChange }: ToggleProps): VNode =>
  html`<label class="toggle">
    <input
      type="checkbox"
      role="switch"
      checked=${on}
      onChange=${(event: Event) => onChange((event.currentTarget as HTMLInputElement).checked)}
    />
    <span>${label}</span>
  </label>`;

export type ChoiceProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  /** Values with their words, in order. */
  readonly options: Readonly<Record<Value, string>>;
  readonly onChange: (value: Value) => void;
};

/** One of several. */
export function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>): VNode {
  const id = useId();
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <select
      id=${id}
      value=${value}
      onChange=${(event: Event) => onChange((event.currentTarget as HTMLSelectElement).value as Value)}
    >
      ${Object.entries<string>(options).map(([name, words]) => html`<option value=${name}>${words}</option>`)}
    </select>
  </div>`;
}

export type EntryProps = {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly placeholder?: string;
  readonly numeric?: boolean;
};

/** A line of text or a number. */
export function TextField({ label, value, onInput, placeholder, numeric = false }: EntryProps): VNode {
  const id = useId();
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <input
      id=${id}
      value=${value}
      placeholder=${placeholder}
      inputmode=${numeric ? "numeric" : undefined}
      autocomplete="off"
      spellcheck=${false}
      onInput=${(event: Event) => onInput((event.currentTarget as HTMLInputElement).value)}
    />
  </div>`;
}
