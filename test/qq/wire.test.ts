import { globSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Keyboard } from "../../lib/model/keyboard.ts";
import type { Message } from "../../lib/model/message.ts";
import type { Permit } from "../../lib/model/permit.ts";
import { type SceneName, sceneNames, scenes } from "../../lib/model/scene.ts";
import { wire, type WireBody } from "../../lib/qq/wire.ts";
import { fullKeyboard, messagesOf } from "../support/messages.ts";
import { fieldsSent, findTableFault } from "../support/request-tables.ts";

const permits = {
  proactive: { kind: "proactive" },
  "reply-to-message": { kind: "reply", anchor: { kind: "msg", id: "ROBOT1.0_abc" }, seq: 2 },
  "reply-to-event": { kind: "reply", anchor: { kind: "event", id: "GROUP_MSG_RECEIVE:abc" }, seq: 1 },
} as const satisfies Record<string, Permit>;

/** Bodies of one form in one scene: under each permit, and proactive with whatever else may vary. */
function bodiesOf(scene: SceneName, form: string): Readonly<Record<string, WireBody>> {
  const { plain, ...others } = messagesOf(scene)[form] ?? {};
  if (!plain) throw new Error(`${form} has no plain message`);
  return {
    ...Object.fromEntries(Object.entries(permits).map(([name, permit]) => [name, wire(plain, scene, permit)])),
    ...Object.fromEntries(
      Object.entries(others).map(([name, message]) => [name, wire(message, scene, permits.proactive)]),
    ),
    "filler flipped": wire(plain, scene, permits.proactive, true),
  };
}

const cases = sceneNames.flatMap((scene) => Object.keys(messagesOf(scene)).map((form) => [scene, form] as const));

const folder = join(import.meta.dirname, "..", "golden", "wire");

describe("the golden bodies", () => {
  test.each(cases)("%s, %s", async (scene, form) => {
    const bodies = bodiesOf(scene, form);
    for (const [name, body] of Object.entries(bodies))
      expect([name, findTableFault(scene, body)]).toEqual([name, undefined]);
    await expect(`${JSON.stringify(bodies, undefined, 2)}\n`).toMatchFileSnapshot(
      join(folder, `${scene}.${form}.json`),
    );
  });

  test("are of every scene and form, and of nothing else", () => {
    expect(globSync("*.json", { cwd: folder }).toSorted()).toEqual(
      cases.map(([scene, form]) => `${scene}.${form}.json`).toSorted(),
    );
  });

  test.each(sceneNames)("have every field of QQ's table for %s but those that are never sent", (scene) => {
    const bodies = Object.keys(messagesOf(scene)).flatMap((form) => Object.values(bodiesOf(scene, form)));
    const sent = new Set(bodies.flatMap((body) => Object.keys(body)));
    expect([...sent].toSorted()).toEqual(fieldsSent[scenes[scene].wire].toSorted());
  });
});

const messages = {
  text: { form: "text", content: "t" },
  markdown: { form: "markdown", content: "m" },
  ark: { form: "ark", template: 1001, kv: [{ key: "#A#", value: "a" }] },
  embed: { form: "embed", title: "t", prompt: "t", fields: ["f"] },
  media: { form: "media", content: "c", media: { kind: "file-info", fileInfo: "i" } },
} as const satisfies Record<string, Message>;

test.each([
  ["group", "text", "t", "t"],
  ["group", "markdown", undefined, " "],
  ["group", "ark", " ", undefined],
  ["group", "media", "c", "c"],
  ["channel", "text", "t", "t"],
  ["channel", "markdown", undefined, " "],
  ["channel", "ark", undefined, " "],
  ["channel", "embed", undefined, " "],
] as const)("content beside %s %s, and flipped", (scene, form, usual, flipped) => {
  expect(wire(messages[form], scene, undefined)["content"]).toBe(usual);
  expect(wire(messages[form], scene, undefined, true)["content"]).toBe(flipped);
});

test("without a permit a body names no anchor", () => {
  expect(wire(messages.text, "c2c", undefined)).toEqual(wire(messages.text, "c2c", permits.proactive));
});

test.each([
  ["group", messages.embed, { msg_type: 0, content: "t\nf" }],
  ["c2c", { ...messages.media, media: { kind: "url", url: "https://a.example/x.png" } }, { msg_type: 0, content: "c" }],
  ["group", { ...messages.media, media: { kind: "bytes" } }, { msg_type: 0, content: "c" }],
  ["channel", messages.media, { content: "c" }],
] as const)("what %s does not take is told in words: %j", (scene, message, body) => {
  expect(wire(message, scene, undefined)).toEqual(body);
  expect(findTableFault(scene, body)).toBeUndefined();
});

test("a wake-up message says so, and a push says nothing of the kind", () => {
  const message = { form: "text", content: "早" } as const;
  expect(wire(message, "c2c", { kind: "proactive", wakeup: true })).toEqual({
    msg_type: 0,
    content: "早",
    is_wakeup: true,
  });
  expect(wire(message, "c2c", { kind: "proactive" })).toEqual({ msg_type: 0, content: "早" });
});

describe("a keyboard", () => {
  test("has room for five rows of five", () => {
    const body = wire({ ...messages.markdown, keyboard: fullKeyboard }, "group", undefined);
    expect(findTableFault("group", body)).toBeUndefined();
  });

  test("does not compile with more, or with both kinds", () => {
    const [row] = "rows" in fullKeyboard ? fullKeyboard.rows : [];
    if (!row) throw new Error("no row");
    // @ts-expect-error six rows
    const six: Keyboard = { rows: [row, row, row, row, row, row] };
    // @ts-expect-error no row
    const none: Keyboard = { rows: [] };
    // @ts-expect-error six buttons in a row
    const wide: Keyboard = { rows: [[...row, row[0]]] };
    // @ts-expect-error a value of a template that nothing made plain
    const raw: Extract<Message, { form: "markdown-template" }>["params"] = [{ key: "k", values: ["**b**"] }];
    for (const keyboard of [six, none, wide])
      expect(findTableFault("group", wire({ ...messages.markdown, keyboard }, "group", undefined))).toBeDefined();
    const template: Message = { form: "markdown-template", template: "t", params: raw };
    expect(findTableFault("group", wire(template, "group", undefined))).toBeDefined();
  });
});
