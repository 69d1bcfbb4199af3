import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readEnvelope } from "../../lib/qq/callback/envelope.ts";
import { events } from "../../lib/qq/events/index.ts";
import { readBody } from "../../lib/qq/read-body.ts";
import { readEvent } from "../../lib/qq/read-event.ts";

const folder = join(import.meta.dirname, "../golden/events");

/** Five minutes after the golden events happened, so that a time taken from the wrong place shows. */
const receivedAt = Date.parse("2026-11-21T20:05:00+08:00");

const names = readdirSync(folder)
  .filter((name) => name.endsWith(".json") && !name.endsWith(".event.json"))
  .map((name) => name.slice(0, -".json".length));

const envelopeOf = (name: string) => {
  const body = readBody(readFileSync(join(folder, `${name}.json`), "utf8"));
  return readEnvelope(body.kind === "json" ? body.json : {});
};

/** As people read it: times with their date, and a word where nothing is told. */
const write = (event: ReturnType<typeof readEvent>): string =>
  event ? `${JSON.stringify({ ...event, at: new Date(event.at).toISOString() }, null, 2)}\n` : '"nothing"\n';

describe("what each of QQ's events tells", () => {
  test.each(names)("%s", async (name) => {
    await expect(write(readEvent(envelopeOf(name), receivedAt))).toMatchFileSnapshot(
      join(folder, `${name}.event.json`),
    );
  });

  test("every event that is read has a golden", () => {
    const shown = names.map((name) => envelopeOf(name).type);
    expect(Object.keys(events).filter((type) => !shown.includes(type))).toEqual([]);
  });
});

test.each([
  ["GUILD_UPDATE", { id: "2" }],
  ["CHANNEL_UPDATE", { id: "1", guild_id: "2" }],
  ["MESSAGE_DELETE", { message: { id: "m", channel_id: "1" }, op_user: { id: "3" } }],
  ["DIRECT_MESSAGE_DELETE", { message: { id: "m", guild_id: "8" } }],
  ["PUBLIC_MESSAGE_DELETE", { message: { id: "m", channel_id: "1" } }],
  ["GROUP_MEMBER_ADD", { group_openid: "G", member_openid: "M" }],
  ["GROUP_MEMBER_REMOVE", { group_openid: "G", member_openid: "M" }],
  ["GROUP_JOIN_REQUEST", { group_openid: "G", member_openid: "M" }],
  ["SUBSCRIBE_MESSAGE_STATUS", { group_openid: "G", result: [] }],
  ["FORUM_PUBLISH_AUDIT_RESULT", { guild_id: "2", channel_id: "1" }],
  ["OPEN_FORUM_THREAD_CREATE", { guild_id: "2", channel_id: "1" }],
  ["AUDIO_START", { guild_id: "2", channel_id: "1" }],
  ["AUDIO_OR_LIVE_CHANNEL_MEMBER_ENTER", { id: "1", guild_id: "2" }],
  ["ENTER_AIO", { openid: "U" }],
  ["READY", {}],
  ["SOMETHING_NEW", { group_openid: "G" }],
  ["toString", { group_openid: "G" }],
  ["", {}],
])("%s tells nothing", (type, data) => {
  expect(readEvent({ id: `${type}:1`, type, data }, receivedAt)).toBeUndefined();
});
