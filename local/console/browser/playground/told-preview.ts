import { html } from "htm/preact";
import { type ComponentChildren, h } from "preact";
import { useState } from "preact/hooks";
import { Bubble } from "../../../../simulator/page/browser/chat/bubble.ts";
import { botName } from "../conversation/message-bubble.ts";
import type { Form, RouteFacts, SceneName, Told } from "../api/calls.ts";
import { CopyButton } from "../parts/button.ts";
import { Choice } from "../parts/choice.ts";
import { icon } from "../parts/icon.ts";
import { Meter } from "../parts/meter.ts";
import { useShell } from "../shell.ts";
import { NoticeFields } from "./notice-fields.ts";

type ToldPreviewProps = { readonly told: Told; readonly route: RouteFacts | undefined };

const unique = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)];

/** A message as QQ shows it, by form and kind of conversation: at first those of the route. */
export function ToldPreview({ told, route }: ToldPreviewProps): ComponentChildren {
  const { words } = useShell();
  const [form, setForm] = useState<Form>();
  const [scene, setScene] = useState<SceneName>();
  const forms = unique(told.bodies.map((each) => each.form));
  const shownForm = pick(forms, form, route?.form);
  const ofForm = told.bodies.filter((each) => each.form === shownForm);
  const scenes = ofForm.flatMap((each) => each.scenes);
  const shownScene = pick(scenes, scene, route?.scene);
  const shown = ofForm.find((each) => each.scenes.some((each) => each === shownScene));
  const { notice, unknownLevel } = told;
  const fix = `levels: { ${JSON.stringify(unknownLevel)}: "critical" }`;
  return html`<div class="told">
    ${
      unknownLevel !== undefined &&
      html`<div class="verdict tone-wait">
        ${icon("warning")}
        <span>${words.playground.unknownLevel(unknownLevel, words.levels[notice.level])} <code>${fix}</code></span>
        ${h(CopyButton, { text: fix, label: words.copy, iconOnly: true })}
      </div>`
    }
    <div class="told-pick">
      ${h(Choice<Form>, {
        label: words.playground.form,
        options: forms.map((value) => ({ value, text: words.playground.forms[value] })),
        value: shownForm ?? "text",
        onChoose: setForm,
      })}
      ${h(Choice<SceneName>, {
        label: words.playground.scene,
        options: scenes.map((value) => ({ value, text: words.scenes[value] })),
        value: shownScene ?? "group",
        onChoose: setScene,
      })}
    </div>
    ${
      shown &&
      html`<div class="chat preview-chat" role="group" aria-label=${words.playground.shown}>
          ${h(Bubble, { body: shown.body, name: botName })}
        </div>
        <div class="meters">
          ${(["characters", "bytes"] as const).map((unit) =>
            h(Meter, {
              key: unit,
              label: words.playground[unit],
              value: shown.size[unit],
              max: shown.limit[unit],
              text: words.playground.of(shown.size[unit], shown.limit[unit]),
            }),
          )}
        </div>
        ${h(NoticeFields, { notice })}
        <details class="fold">
          <summary>${words.playground.raw}</summary>
          <div class="fold-body">
            ${h(CopyButton, { text: JSON.stringify(shown.body), label: words.copy })}
            <pre class="code" tabindex="0">${JSON.stringify(shown.body, undefined, 2)}</pre>
          </div>
        </details>`
    }
  </div>`;
}

/** The first of these that there is. */
const pick = <Value>(there: readonly Value[], ...wanted: readonly (Value | undefined)[]): Value | undefined =>
  wanted.find((each) => each !== undefined && there.includes(each)) ?? there[0];
