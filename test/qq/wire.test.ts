import { expect, test } from "vitest";
import { forms } from "../../lib/model/form.ts";
import type { Message } from "../../lib/model/message.ts";
import type { Permit } from "../../lib/model/permit.ts";
import { sceneNames, scenes } from "../../lib/model/scene.ts";
import { wire } from "../../lib/qq/wire.ts";
import { render } from "../../lib/render/index.ts";
import { sizeLimits } from "../../lib/render/limits.ts";
import { notices } from "../support/notices.ts";
import { styleOf } from "../support/styles.ts";

const permits = {
  proactive: { kind: "proactive" },
  "reply-to-message": { kind: "reply", anchor: { kind: "msg", id: "ROBOT1.0_abc" }, seq: 2 },
  "reply-to-event": { kind: "reply", anchor: { kind: "event", id: "GROUP_MSG_RECEIVE:abc" }, seq: 1 },
} as const satisfies Record<string, Permit>;

const cases = sceneNames.flatMap((scene) => forms.map((form) => [scene, form] as const));

test.each(cases)("%s bodies of %s", async (scene, form) => {
  const style = styleOf(form, { wire: scenes[scene].wire, limit: sizeLimits[scene] });
  const message = render([notices.picture], style);
  const bodies = Object.fromEntries(
    Object.entries(permits).map(([name, permit]) => [name, wire(message, scene, permit)]),
  );
  await expect(`${JSON.stringify(bodies, undefined, 2)}\n`).toMatchFileSnapshot(`../golden/wire/${scene}.${form}.json`);
});

const messages = {
  text: { form: "text", content: "t" },
  markdown: { form: "markdown", content: "m" },
  ark: { form: "ark", template: 23, kv: [] },
} as const satisfies Record<string, Message>;

test.each([
  ["group", "text", "t", "t"],
  ["group", "markdown", undefined, " "],
  ["group", "ark", " ", undefined],
  ["channel", "text", "t", "t"],
  ["channel", "markdown", undefined, " "],
  ["channel", "ark", undefined, " "],
] as const)("content beside %s %s, and flipped", (scene, form, usual, flipped) => {
  expect(wire(messages[form], scene, undefined)["content"]).toBe(usual);
  expect(wire(messages[form], scene, undefined, true)["content"]).toBe(flipped);
});

test("without a permit a body names no anchor", () => {
  expect(wire(messages.text, "c2c", undefined)).toEqual(wire(messages.text, "c2c", permits.proactive));
});
