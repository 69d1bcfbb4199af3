import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readEnvelope } from "../../lib/qq/callback/envelope.ts";
import { events } from "../../lib/qq/events/index.ts";
import { readTime } from "../../lib/qq/events/read-time.ts";
import { partOf } from "../../lib/qq/read-body.ts";
import { readEvent } from "../../lib/qq/read-event.ts";

const receivedAt = Date.parse("2026-11-21T20:05:00+08:00");
const happenedAt = Date.parse("2026-11-21T20:00:00+08:00");
const day = 24 * 60 * 60_000;

const read = (type: keyof typeof events, data: Readonly<Record<string, unknown>>, id: string | null = `${type}:1`) =>
  readEvent({ type, data, ...(id !== null && { id }) }, receivedAt);

describe("when it happened", () => {
  test.each([
    ["RFC 3339", "2026-11-21T20:00:00+08:00"],
    ["RFC 3339 in UTC", "2026-11-21T12:00:00Z"],
    ["with a fraction", "2026-11-21T20:00:00.000+08:00"],
    ["Go's own text", "2026-11-21 20:00:00.000 +0800 CST m=+0.0123"],
    ["seconds", happenedAt / 1_000],
    ["seconds as text", String(happenedAt / 1_000)],
    ["milliseconds", happenedAt],
    ["milliseconds as text", String(happenedAt)],
  ])("%s: %s", (_, value) => expect(readTime(value, receivedAt)).toBe(happenedAt));

  test.each([
    ["absent", undefined],
    ["no time", "soon"],
    ["empty", ""],
    ["without an offset, which could be anyone's", "2026-11-21T20:00:00"],
    ["no date there is", "2026-13-41T20:00:00Z"],
    ["a second ahead", (receivedAt + 1_000) / 1_000],
    ["centuries ahead", "9999999999999999"],
    ["over a day old", (receivedAt - day - 1) / 1_000],
    ["negative", -1],
    ["infinite", Number.POSITIVE_INFINITY],
    ["an object", { toString: 1 }],
  ])("%s: taken as received", (_, value) => expect(readTime(value, receivedAt)).toBe(receivedAt));

  test("a day old is still believed", () => expect(readTime(receivedAt - day, receivedAt)).toBe(receivedAt - day));
});

const toGroup = (content: string, member_role?: unknown) =>
  read("GROUP_AT_MESSAGE_CREATE", { group_openid: "G", author: { member_openid: "M", member_role }, content })?.said;

const toChannel = (content: string, roles?: unknown) =>
  read("AT_MESSAGE_CREATE", { channel_id: "1", author: { id: "3" }, member: { roles }, content })?.said;

describe("what was said", () => {
  test.each([
    [" /status ", "/status"],
    ["<@!99> status", "status"],
    ["<@99>status", "status"],
    ['<qqbot-at-user id="99" />  mute 2h', "mute 2h"],
    ["mute<@!99>2h", "mute 2h"],
    ["a < b @ c", "a < b @ c"],
    ["", ""],
  ])("%j to %j", (content, text) => {
    expect(toGroup(content)?.text).toBe(text);
  });

  test("a guild's escapes are undone once, a group's text has none", () => {
    expect(toChannel("a &lt; b &amp;lt; c")?.text).toBe("a < b &lt; c");
    expect(toGroup("a &lt; b")?.text).toBe("a &lt; b");
  });

  test.each([
    ["member", { role: "member" }],
    ["admin", { role: "admin" }],
    ["owner", { role: "owner" }],
    ["king", {}],
    [undefined, {}],
  ])("a group's %s", (role, told) => expect(toGroup("x", role)?.speaker).toEqual({ id: "M", ...told }));

  test.each([
    [["1"], "member"],
    [[], "member"],
    [["1", "2"], "admin"],
    [["5"], "admin"],
    [["2", "4"], "owner"],
    [[4], "owner"],
    [[{ toString: 1 }], "member"],
    ["4", undefined],
    [undefined, undefined],
  ])("a guild's %j is %s", (roles, role) => {
    expect(toChannel("x", roles)?.speaker).toEqual({ id: "3", ...(role !== undefined && { role }) });
  });

  test("nothing where nobody is named", () => {
    expect(read("GROUP_AT_MESSAGE_CREATE", { id: "m", group_openid: "G", content: "x" })).toEqual({
      type: "GROUP_AT_MESSAGE_CREATE",
      at: receivedAt,
      targets: [{ scene: "group", id: "G" }],
      presence: "here",
      opens: { kind: "msg", id: "m" },
    });
  });
});

describe("what is missing is not told", () => {
  test.each([
    ["a message without a place", "C2C_MESSAGE_CREATE", { id: "m", author: { id: "U" }, content: "hi" }],
    ["a friend without an openid", "FRIEND_ADD", { author: { union_openid: "O" } }],
    ["an openid that is none", "FRIEND_DEL", { openid: { id: "U" } }],
    ["an empty openid", "FRIEND_DEL", { openid: "" }],
    ["a guild without an id", "GUILD_DELETE", { name: "n" }],
    ["a channel without an id", "CHANNEL_DELETE", { guild_id: "2" }],
    ["an audit without an id", "MESSAGE_AUDIT_PASS", { message_id: "m" }],
    ["permission for nobody", "INTERACTION_CREATE", { id: "i", type: 18 }],
    ["an interaction without a type", "INTERACTION_CREATE", { id: "i", group_openid: "G" }],
  ] as const)("%s", (_, type, data) => expect(read(type, data)).toBeUndefined());

  test.each([
    ["GROUP_MSG_RECEIVE", { group_openid: "G" }],
    ["FRIEND_ADD", { openid: "U" }],
  ] as const)("%s without an envelope id opens nothing", (type, data) => {
    expect(read(type, data)).toHaveProperty("opens");
    const event = read(type, data, null);
    expect(event).toMatchObject({ proactive: "allowed" });
    expect(event).not.toHaveProperty("opens");
  });

  test.each([
    ["MESSAGE_REACTION_ADD", { channel_id: "1" }],
    ["GUILD_MEMBER_ADD", { guild_id: "2" }],
  ] as const)("%s without an envelope id is of no use", (type, data) => {
    expect(read(type, data)).toBeDefined();
    expect(read(type, data, null)).toBeUndefined();
  });

  test("a direct message is known by QQ's own id where the rest is missing, and the other way round", () => {
    expect(read("DIRECT_MESSAGE_CREATE", { guild_id: "8", author: {} })?.targets).toEqual([{ scene: "dm", id: "8" }]);
    expect(read("DIRECT_MESSAGE_CREATE", { src_guild_id: "2", author: { id: "3" } })?.targets).toEqual([
      { scene: "dm", id: "3@2" },
    ]);
  });
});

const ids = { group_openid: "G", user_openid: "U", channel_id: "1" };
const press = (more: object, id: string | null = "INTERACTION_CREATE:1") =>
  read("INTERACTION_CREATE", { id: "i", type: 11, ...more }, id);

describe("an interaction", () => {
  test.each([
    [
      { ...ids, chat_type: 0 },
      { scene: "channel", id: "1" },
    ],
    [
      { ...ids, chat_type: 1 },
      { scene: "group", id: "G" },
    ],
    [
      { ...ids, chat_type: 2 },
      { scene: "c2c", id: "U" },
    ],
    [
      { ...ids, scene: "guild" },
      { scene: "channel", id: "1" },
    ],
    [
      { ...ids, chat_type: "2" },
      { scene: "c2c", id: "U" },
    ],
    [
      { chat_type: 1, user_openid: "U" },
      { scene: "c2c", id: "U" },
    ],
    [
      { chat_type: "toString", group_openid: "G" },
      { scene: "group", id: "G" },
    ],
  ])("%j is in %j", (more, target) => expect(press(more)?.targets).toEqual([target]));

  test("whose type is told inside only", () => {
    expect(press({ ...ids, type: undefined, data: { type: 12 } })).toMatchObject({ acknowledge: "i" });
  });

  test("without an envelope id is answered under its own", () => {
    expect(press(ids, null)?.opens).toEqual({ kind: "event", id: "i" });
    expect(press(ids)?.opens).toEqual({ kind: "event", id: "INTERACTION_CREATE:1" });
  });

  test.each([
    ["c2c_push", { scene: "c2c", id: "U" }],
    ["group_push", { scene: "group", id: "G" }],
  ])("that allows %s means that one, wherever it was given", (scope, target) => {
    const data = { resolved: { authorize_data: { opt_scene: "dialog", scope } } };
    expect(press({ ...ids, type: 18, chat_type: 0, data })).toEqual({
      type: "INTERACTION_CREATE",
      at: receivedAt,
      targets: [target],
      proactive: "allowed",
    });
  });

  test.each([13, 14, 15, 16, 17, 21, 0, -1, "x", null])("of type %j tells nothing", (type) => {
    expect(press({ ...ids, type, data: {} })).toBeUndefined();
  });

  test.each(["toString", "__proto__", "MORE", " more", "/more", ""])("a button with %j says nothing", (button_data) => {
    expect(press({ ...ids, data: { resolved: { button_data } } })).not.toHaveProperty("said");
  });
});

/** Names that QQ's events use, and some that every object has. */
const name = fc.constantFrom(
  ...["id", "type", "author", "user_openid", "openid", "group_openid", "channel_id", "guild_id", "src_guild_id"].concat(
    ["content", "member", "roles", "mentions", "bot", "timestamp", "data", "resolved", "button_data", "audit_id"],
    ["chat_type", "scene", "authorize_data", "scope", "toString", "valueOf", "__proto__", "constructor"],
  ),
);

/** Anything that JSON can say, in words that the readers look for. */
const anything = fc.letrec<{ readonly value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.jsonValue(),
    fc.constantFrom("more", "guild", "c2c_push", "/", "<@!1>", 11, 18, "2", true, "2026-11-21T20:00:00+08:00"),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(name, tie("value"), { maxKeys: 8 }),
  ),
})).value;

test("anything that JSON can say is read or ignored, and told in the right types", () => {
  const type = fc.constantFrom(...Object.keys(events));
  fc.assert(
    fc.property(type, anything, fc.dictionary(name, anything), (t, id, d) => {
      const body = partOf(JSON.parse(JSON.stringify({ t, id, d })));
      const event = readEvent(readEnvelope(body), receivedAt);
      if (!event) return;
      expect(event.at).toBeLessThanOrEqual(receivedAt);
      expect(event.at).toBeGreaterThanOrEqual(receivedAt - day);
      const texts = [
        ...event.targets.flatMap((target) => [target.id, target.guild ?? "-"]),
        event.opens?.id,
        event.guild,
        event.audit?.id,
        event.audit?.messageId,
        event.acknowledge,
        event.said?.speaker.id,
      ].filter((text) => text !== undefined);
      for (const text of texts) expect(text).toMatch(/./s);
      expect(typeof (event.said?.text ?? "")).toBe("string");
    }),
    { numRuns: 1_500 },
  );
});
