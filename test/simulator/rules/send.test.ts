import { describe, expect } from "vitest";
import { simTest as test } from "../sim-test.ts";
import type { Scene } from "../sim.ts";

test.beforeEach(async ({ sim }) => {
  await sim.control("settings", { sandbox: true });
});

const ark = (template_id: number, keys: Record<string, unknown>) => ({
  template_id,
  kv: Object.entries(keys).map(([key, value]) => (key === "#LIST#" ? { key, obj: value } : { key, value })),
});
const row = (...cells: readonly (readonly [string, unknown])[]) => ({
  obj_kv: cells.map(([key, value]) => ({ key, value })),
});
const list = { "#DESC#": "d", "#PROMPT#": "p", "#LIST#": [row(["desc", "a"]), row(["desc", "b"], ["link", "l"])] };
const thumbnail = { "#DESC#": "", "#PROMPT#": "p", "#TITLE#": "t", "#METADESC#": "m", "#IMG#": "i", "#LINK#": "l" };
const picture = { "#PROMPT#": "p", "#METATITLE#": "t", "#METASUBTITLE#": "s", "#METACOVER#": "c", "#METAURL#": "u" };

const button = (more = {}) => ({
  render_data: { label: "Go", visited_label: "Gone", style: 1 },
  action: { type: 1, permission: { type: 2 }, data: "held", unsupport_tips: "old" },
  ...more,
});
const keyboard = (rows: number, columns: number) => ({
  content: { rows: Array.from({ length: rows }, () => ({ buttons: Array.from({ length: columns }, () => button()) })) },
});
const one = (button: unknown) => ({ content: { rows: [{ buttons: [button] }] } });
const labelled = (label: string) => button({ render_data: { label, visited_label: label, style: 0 } });
const pressedBy = (permission: object) => button({ action: { type: 1, permission, data: "held" } });
const bare = { render_data: { label: "open" }, action: { type: 0, permission: { type: 2 }, data: "https://x.y/" } };
const markdown = { content: "# hi" };
const template = (values: unknown) => ({ custom_template_id: "t", params: [{ key: "k", values }] });
const both = ["c2c", "group"] as const;
const guilds = ["channel", "dm"] as const;

type Row = readonly [name: string, scenes: readonly Scene[], body: unknown, answer: number];

describe("bodies that real clients and this relay send", () => {
  const rows: readonly Row[] = [
    ["text", both, { msg_type: 0, content: "x" }, 200],
    ["text without a type", both, { content: "x", msg_seq: 724248 }, 200],
    ["markdown without content", both, { msg_type: 2, markdown }, 200],
    ["markdown with empty content", both, { msg_type: 2, markdown, content: "" }, 200],
    ["markdown with a space", both, { msg_type: 2, markdown, content: " " }, 200],
    [
      "markdown with empty template fields",
      both,
      { msg_type: 2, content: "", markdown: { content: "# hi", custom_template_id: null, params: null } },
      200,
    ],
    ["markdown and keyboard", both, { msg_type: 2, markdown, keyboard: keyboard(5, 5) }, 200],
    ["markdown and a keyboard's id", both, { msg_type: 2, markdown, keyboard: { id: "k" } }, 200],
    ["template", both, { msg_type: 2, markdown: template(["v"]) }, 200],
    ["a keyboard with all there is", both, { msg_type: 2, markdown, keyboard: one(button({ id: "1" })) }, 200],
    ["a button of a client", both, { msg_type: 2, markdown, keyboard: one(bare) }, 200],
    [
      "a label of ten characters",
      both,
      { msg_type: 2, markdown, keyboard: one(labelled("一二三四五六七八九十")) },
      200,
    ],
    [
      "a button for some users",
      both,
      { msg_type: 2, markdown, keyboard: one(pressedBy({ type: 0, specify_user_ids: ["U"] })) },
      200,
    ],
    ["ark 23", both, { msg_type: 3, content: " ", ark: ark(23, list) }, 200],
    ["ark 24", both, { msg_type: 3, ark: ark(24, { ...thumbnail, "#SUBTITLE#": "s" }) }, 200],
    ["ark 37", both, { msg_type: 3, ark: ark(37, picture) }, 200],
    ["members nobody knows", both, { content: "x", timestamp: 1, image: "" }, 200],
    ["text", guilds, { content: "x" }, 200],
    ["text with a type and a seq", guilds, { content: "x", msg_type: 0, msg_seq: "any" }, 200],
    ["image", guilds, { image: "https://example.cn/a.png" }, 200],
    ["image and words", guilds, { content: "x", image: "https://example.cn/a.png" }, 200],
    ["embed", guilds, { embed: { title: "t", prompt: "p", fields: [{ name: "f" }] } }, 200],
    [
      "embed with a thumbnail",
      guilds,
      { embed: { title: "t", prompt: "p", thumbnail: { url: "https://example.cn/a.png" }, fields: [] } },
      200,
    ],
    ["template", guilds, { markdown: template(["v"]) }, 200],
    ["ark", guilds, { content: " ", ark: ark(37, picture) }, 200],
    ["markdown", guilds, { markdown }, 200],
    ["markdown and keyboard", guilds, { content: "", markdown, keyboard: keyboard(1, 1) }, 200],
  ];
  test.for(rows)("%s (%s)", async ([, scenes, body, status], { sim }) => {
    for (const scene of scenes) expect(await sim.send(scene, body), `in ${scene}`).toMatchObject({ status });
  });
});

describe("bodies that are refused", () => {
  const rows: readonly Row[] = [
    ["not JSON", ["c2c", "group", "channel", "dm"], "{", 12002],
    ["an array", ["c2c", "group", "channel", "dm"], [1], 12002],
    ["content that is no text", ["c2c", "group", "channel", "dm"], { content: 7 }, 12002],
    ["markdown that is no object", ["c2c", "group", "channel", "dm"], { msg_type: 2, markdown: "# hi" }, 12002],
    ["a type in quotes", both, { msg_type: "0", content: "x" }, 12002],
    ["a seq in quotes", both, { content: "x", msg_seq: "1" }, 12002],
    ["nothing", both, {}, 304061],
    ["blank text", both, { msg_type: 0, content: "  " }, 304061],
    ["types that were withdrawn", both, { msg_type: 1, content: "x" }, 340069],
    ["embed", both, { msg_type: 4, embed: { title: "t" } }, 340069],
    ["an unknown type", both, { msg_type: 9, content: "x" }, 340069],
    ["a typing notice", ["group"], { msg_type: 6 }, 340069],
    ["text with markdown beside it", both, { msg_type: 0, content: "x", markdown }, 22006],
    ["markdown without any", both, { msg_type: 2, content: "x" }, 22006],
    ["ark without any", both, { msg_type: 3, content: "x" }, 22006],
    ["media without any", both, { msg_type: 7, content: "x" }, 22006],
    ["text with a keyboard", both, { msg_type: 0, content: "x", keyboard: { id: "k" } }, 22006],
    ["markdown as an object", both, { msg_type: 2, markdown: { content: { content: "x" } } }, 40034011],
    ["empty markdown", both, { msg_type: 2, markdown: { content: "" } }, 40034011],
    ["native and template", both, { msg_type: 2, markdown: { ...template(["v"]), content: "x" } }, 50057],
    ["empty template value", both, { msg_type: 2, markdown: template([""]) }, 40034008],
    ["template value on two lines", both, { msg_type: 2, markdown: template(["a\nb"]) }, 40034009],
    ["template value with signs", both, { msg_type: 2, markdown: template(["**a**"]) }, 40034010],
    ["six rows", both, { msg_type: 2, markdown, keyboard: keyboard(6, 1) }, 40034029],
    ["six in a row", both, { msg_type: 2, markdown, keyboard: keyboard(1, 6) }, 40034029],
    ["a keyboard's id and rows", both, { msg_type: 2, markdown, keyboard: { id: "k", ...keyboard(1, 1) } }, 305007],
    [
      "a callback button without data",
      both,
      { msg_type: 2, markdown, keyboard: { content: { rows: [{ buttons: [button({ action: { type: 1 } })] }] } } },
      305007,
    ],
    [
      "two buttons of one id",
      both,
      {
        msg_type: 2,
        markdown,
        keyboard: { content: { rows: [{ buttons: [button({ id: "1" }), button({ id: "1" })] }] } },
      },
      305007,
    ],
    ["a label of eleven characters", both, { msg_type: 2, markdown, keyboard: one(labelled("12345678901")) }, 305007],
    [
      "a label of eleven characters after the press",
      both,
      { msg_type: 2, markdown, keyboard: one(button({ render_data: { label: "a", visited_label: "12345678901" } })) },
      305007,
    ],
    ["a label of nothing", both, { msg_type: 2, markdown, keyboard: one(labelled("")) }, 305007],
    [
      "a jump to no page",
      both,
      { msg_type: 2, markdown, keyboard: one(button({ action: { type: 0, data: "x" } })) },
      305007,
    ],
    ["a button for no one", both, { msg_type: 2, markdown, keyboard: one(pressedBy({ type: 0 })) }, 305007],
    ["a button for whom", both, { msg_type: 2, markdown, keyboard: one(pressedBy({ type: 4 })) }, 305007],
    ["ark without a key", both, { msg_type: 3, ark: ark(24, thumbnail) }, 304061],
    ["ark with a number", both, { msg_type: 3, ark: ark(37, { ...picture, "#METAURL#": 7 }) }, 304061],
    ["ark list of plain text", both, { msg_type: 3, ark: ark(23, { ...list, "#LIST#": "x" }) }, 304061],
    ["ark row without desc", both, { msg_type: 3, ark: ark(23, { ...list, "#LIST#": [row(["link", "l"])] }) }, 304061],
    ["ark row with a number", both, { msg_type: 3, ark: ark(23, { ...list, "#LIST#": [row(["desc", 1])] }) }, 304061],
    ["an unknown template", both, { msg_type: 3, ark: ark(99, {}) }, 304011],
    ["4001 characters", both, { content: "字".repeat(4001) }, 40054007],
    ["4001 characters of markdown", both, { msg_type: 2, markdown: { content: "x".repeat(4001) } }, 40054007],
    ["nothing", guilds, {}, 50006],
    ["blank text", guilds, { content: " ", msg_type: 2 }, 50006],
    ["markdown and text", guilds, { content: "x", markdown }, 50037],
    ["markdown and ark", guilds, { markdown, ark: ark(37, picture) }, 50037],
    ["native and template", guilds, { markdown: { ...template(["v"]), content: "x" } }, 50057],
    ["empty template value", guilds, { markdown: template([""]) }, 50041],
    ["a keyboard alone", guilds, { content: "x", keyboard: keyboard(1, 1) }, 304040],
    ["six rows", guilds, { markdown, keyboard: keyboard(6, 1) }, 304040],
    ["a keyboard of anything", guilds, { markdown, keyboard: { rows: 1 } }, 304039],
    ["an embed of anything", guilds, { embed: { fields: "f" } }, 12002],
    ["a thumbnail of anything", guilds, { embed: { title: "t", thumbnail: "https://example.cn/a.png" } }, 12002],
    ["an image that is no address", guilds, { content: "x", image: "a.png" }, 304021],
    ["a template value on two lines", guilds, { markdown: template(["a\nb"]) }, 40034009],
    ["a long label", guilds, { markdown, keyboard: one(labelled("12345678901")) }, 304040],
    ["a jump to no page", guilds, { markdown, keyboard: one(button({ action: { type: 0, data: "x" } })) }, 304039],
    ["ark with a number", guilds, { ark: ark(37, { ...picture, "#METAURL#": 7 }) }, 12002],
    ["4001 characters", guilds, { content: "x".repeat(4001) }, 1000001],
    ["a long embed", guilds, { embed: { title: "x".repeat(4001) } }, 304005],
  ];
  test.for(rows)("%s (%s)", async ([, scenes, body, code], { sim }) => {
    for (const scene of scenes) {
      const told = await sim.send(scene, body);
      const guild = scene === "channel" || scene === "dm";
      const refused = guild && code >= 304000 && code < 305000 ? 403 : 400;
      const status = code === 1000001 ? 500 : refused;
      expect(told, `in ${scene}`).toMatchObject({ status, code, body: { err_code: code } });
      expect(told.body["trace_id"]).toMatch(/^[0-9a-f]{32}$/);
    }
  });

  test("4000 characters pass, however many bytes", async ({ sim }) => {
    for (const scene of ["c2c", "channel"] as const)
      expect(await sim.send(scene, { content: "😀".repeat(4000) })).toMatchObject({ status: 200 });
  });
});

describe("what settings change", () => {
  const rows: readonly (readonly [string, object, Scene, object, number])[] = [
    ["no ark", { ark: false }, "group", { msg_type: 3, ark: ark(37, picture) }, 304004],
    ["no ark in channels", { ark: false }, "channel", { ark: ark(37, picture) }, 304004],
    ["an ark of its own", { customArks: [1001] }, "group", { msg_type: 3, ark: ark(1001, { "#A#": "a" }) }, 200],
    ["an ark of its own with a number", { customArks: [1001] }, "dm", { ark: ark(1001, { "#A#": 7 }) }, 12002],
    [
      "an ark of its own with an empty pair",
      { customArks: [7] },
      "group",
      { msg_type: 3, ark: ark(7, { "#A#": null }) },
      304061,
    ],
    ["no markdown", { markdown: false }, "group", { msg_type: 2, markdown }, 40034127],
    ["no markdown in channels", { channelMarkdown: false }, "channel", { markdown }, 50056],
    ["no markdown in DMs", { channelMarkdown: false }, "dm", { markdown }, 50056],
    ["no template in channels", { channelMarkdown: false }, "channel", { markdown: template(["v"]) }, 304036],
    ["channel markdown is not group markdown", { channelMarkdown: false }, "group", { msg_type: 2, markdown }, 200],
    ["no keyboard", { keyboard: false }, "group", { msg_type: 2, markdown, keyboard: { id: "k" } }, 304057],
    ["no keyboard in channels", { keyboard: false }, "channel", { markdown, keyboard: { id: "k" } }, 304037],
    ["old: filler beside ark", { content: "strict-old" }, "group", { msg_type: 3, ark: ark(37, picture) }, 304061],
    [
      "old: a space will do",
      { content: "strict-old" },
      "group",
      { msg_type: 3, content: " ", ark: ark(37, picture) },
      200,
    ],
    [
      "new: no content beside markdown",
      { content: "strict-new" },
      "group",
      { msg_type: 2, content: "x", markdown },
      22006,
    ],
    ["new: empty will do", { content: "strict-new" }, "group", { msg_type: 2, content: "", markdown }, 200],
    ["long text is cut", { longText: "cut" }, "group", { content: "x".repeat(4001) }, 200],
  ];
  test.for(rows)("%s", async ([, settings, scene, body, answer], { sim }) => {
    await sim.control("settings", settings);
    const told = await sim.send(scene, body);
    expect(told.code ?? told.status).toBe(answer);
  });
});

const notice = (msg_id: string, msg_seq: number, input_type = 1) => ({
  msg_type: 6,
  input_notify: { input_type, input_second: 60 },
  msg_id,
  msg_seq,
});

describe("typing notices", () => {
  test("need a message, and use one of its replies", async ({ sim }) => {
    expect(await sim.send("c2c", { msg_type: 6, input_notify: { input_type: 1, input_second: 5 } })).toMatchObject({
      code: 12002,
    });
    const id = await sim.say("c2c");
    expect(await sim.send("c2c", notice(id, 1, 2))).toMatchObject({ code: 50059 });
    expect(await sim.send("c2c", notice(id, 1))).toMatchObject({ status: 200 });
    for (const msg_seq of [2, 3, 4, 5])
      expect(await sim.send("c2c", { content: "x", msg_id: id, msg_seq })).toMatchObject({ status: 200 });
    expect(await sim.send("c2c", notice(id, 6))).toMatchObject({ code: 40034128 });
  });
});

const form = (parts: Record<string, string | Blob>): FormData => {
  const data = new FormData();
  for (const [name, part] of Object.entries(parts)) data.set(name, part);
  return data;
};

describe("multipart", () => {
  test.for(guilds)("%s takes text, files and objects as JSON", async (scene, { sim }) => {
    expect(await sim.send(scene, form({ content: "x" }))).toMatchObject({ status: 200, body: { content: "x" } });
    expect(await sim.send(scene, form({ file_image: new Blob(["png"]) }))).toMatchObject({ status: 200 });
    expect(await sim.send(scene, form({ markdown: JSON.stringify(markdown) }))).toMatchObject({ status: 200 });
    expect((await sim.messages()).at(-1)?.body).toEqual({ markdown });
  });
  test("an object part that is no JSON, and a body that is no form", async ({ sim }) => {
    expect(await sim.send("channel", form({ markdown: "# hi" }))).toMatchObject({ status: 400, code: 50035 });
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    expect(await sim.call("POST", "/dms/T/messages", "--y", headers)).toMatchObject({ status: 400, code: 50035 });
  });
});

test("the answer has its API's shape", async ({ sim }) => {
  expect((await sim.send("group", { content: "x" })).body).toEqual({
    id: expect.stringMatching(/^ROBOT1\.0_/),
    timestamp: "2026-11-21T10:00:00+08:00",
    ext_info: { ref_idx: expect.stringMatching(/^REFIDX_/) },
  });
  await sim.control("settings", { timestamps: "seconds", extInfo: false, guilds: { T: "G" } });
  const seconds = Date.parse("2026-11-21T10:00:00+08:00") / 1_000;
  expect((await sim.send("c2c", { content: "x" })).body).toEqual({ id: expect.any(String), timestamp: seconds });
  expect((await sim.send("channel", { content: "x" })).body).toMatchObject({
    id: expect.stringMatching(/^08/),
    channel_id: "T",
    guild_id: "G",
    content: "x",
    author: { bot: true },
  });
});
