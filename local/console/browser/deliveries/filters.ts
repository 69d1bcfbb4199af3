import { html } from "htm/preact";
import { type ComponentChildren, h } from "preact";
import { Choice, Select } from "../parts/choice.ts";
import { icon } from "../parts/icon.ts";
import { targetWords } from "../parts/target-words.ts";
import { useShell } from "../shell.ts";
import { type Filter, stateGroups, type StateGroup } from "../state/filter.ts";

type FiltersProps = { /** Conversations that there are. */ readonly targets: readonly string[] };

const groups = Object.keys(stateGroups) as readonly StateGroup[];

/** Which deliveries are to be seen: by words, state, route and conversation. */
export function Filters({ targets }: FiltersProps): ComponentChildren {
  const { words, overview, view, setView } = useShell();
  const { filter } = view;
  const change = (part: { readonly [Name in keyof Filter]: Filter[Name] | undefined }): void => {
    const next = Object.entries({ ...filter, ...part }).filter(([, value]) => value !== undefined && value !== "");
    setView({ filter: Object.fromEntries(next) });
  };
  const onInput = ({ currentTarget }: { currentTarget: HTMLInputElement }) => change({ text: currentTarget.value });
  const onKey = (event: KeyboardEvent & { currentTarget: HTMLInputElement }): void => {
    if (event.key === "ArrowDown") focusFirstRow();
    else if (event.key === "Escape") change({ text: undefined });
    else return;
    event.preventDefault();
  };
  const routes = overview?.routes.map(({ name }) => ({ value: name, text: name })) ?? [];
  const shown = filter.target === undefined || targets.includes(filter.target) ? targets : [...targets, filter.target];
  return html`<search class="filters" aria-label=${words.deliveries.filters}>
    <label class="search">
      ${icon("search")}
      <input
        id="deliveries-search"
        type="search"
        autocomplete="off"
        spellcheck=${false}
        placeholder=${words.deliveries.search}
        aria-label=${words.deliveries.search}
        value=${filter.text ?? ""}
        onInput=${onInput}
        onKeyDown=${onKey}
      />
      <kbd aria-hidden="true">/</kbd>
    </label>
    ${h(Choice<StateGroup | "">, {
      label: words.deliveries.filters,
      options: [
        { value: "", text: words.deliveries.all },
        ...groups.map((group) => ({ value: group, text: words.groups[group] })),
      ],
      value: filter.state ?? "",
      onChoose: (state) => change({ state: state === "" ? undefined : state }),
    })}
    <div class="filters-row">
      ${h(Select, {
        label: words.deliveries.route,
        none: words.deliveries.anyRoute,
        groups: [{ label: "", options: routes }],
        value: filter.route ?? "",
        onChoose: (route) => change({ route }),
      })}
      ${h(Select, {
        label: words.deliveries.target,
        none: words.deliveries.anyTarget,
        groups: [{ label: "", options: shown.map((target) => ({ value: target, text: targetWords(target, words) })) }],
        value: filter.target ?? "",
        onChoose: (target) => change({ target }),
      })}
    </div>
  </search>`;
}

const focusFirstRow = (): void => document.querySelector<HTMLElement>("#deliveries .row-button")?.focus();
