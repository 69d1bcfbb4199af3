import { html } from "htm/preact";
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

export type Option<Value extends string> = { readonly value: Value; readonly text: string };

type ChoiceProps<Value extends string> = {
  /** What is chosen, for who listens. */
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
};

/** One of a few, side by side: radio buttons, so that arrow keys move in them. */
export function Choice<Value extends string>({
  label,
  options,
  value,
  onChoose,
}: ChoiceProps<Value>): ComponentChildren {
  const name = useId();
  return html`<div class="choice" role="radiogroup" aria-label=${label}>
    ${options.map(
      ({ value: each, text }) =>
        html`<label key=${each} class="choice-option"
          ><input type="radio" name=${name} checked=${each === value} onChange=${() => onChoose(each)} /><span
            >${text}</span
          ></label
        >`,
    )}
  </div>`;
}

export type Group<Value extends string> = { readonly label: string; readonly options: readonly Option<Value>[] };

type SelectProps<Value extends string> = {
  readonly label: string;
  readonly groups: readonly Group<Value>[];
  readonly value: Value | "";
  readonly onChoose: (value: Value | "") => void;
  /** What no choice is called. */
  readonly none?: string;
};

/** One of many, as the browser's own list; groups without a label stand first. */
export const Select = <Value extends string>({
  label,
  groups,
  value,
  onChoose,
  none,
}: SelectProps<Value>): ComponentChildren =>
  html`<span class="select"
    ><select
      aria-label=${label}
      value=${value}
      onChange=${({ currentTarget }: { currentTarget: HTMLSelectElement }) => onChoose(currentTarget.value as Value)}
    >
      ${none !== undefined && html`<option value="" selected=${value === ""}>${none}</option>`}
      ${groups.map(({ label, options }) =>
        label === ""
          ? options.map((each) => optionOf(each, value))
          : html`<optgroup key=${label} label=${label}>${options.map((each) => optionOf(each, value))}</optgroup>`,
      )}
    </select></span
  >`;

const optionOf = ({ value, text }: Option<string>, chosen: string) =>
  html`<option key=${value} value=${value} selected=${value === chosen}>${text}</option>`;
