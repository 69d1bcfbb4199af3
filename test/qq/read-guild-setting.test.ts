import { expect, test } from "vitest";
import { readGuildSetting } from "../../lib/qq/read-guild-setting.ts";

const whole = { disable_create_dm: "false", disable_push_msg: "true", channel_ids: ["1"] };

test.each<[string, object, number | undefined]>([
  ["a number", { ...whole, channel_push_max_num: 12 }, 12],
  ["text", { ...whole, channel_push_max_num: "12" }, 12],
  ["0, as what is not set", { ...whole, channel_push_max_num: 0 }, undefined],
  ["less than nothing", { channel_push_max_num: -1 }, undefined],
  ["half a push", { channel_push_max_num: 1.5 }, undefined],
  ["words", { channel_push_max_num: "many" }, undefined],
  ["nothing", whole, undefined],
])("the count of a day as %s", (_, body, perDay) => {
  expect(readGuildSetting({ status: 200, text: JSON.stringify(body) })).toEqual({ kind: "told", perDay });
});

test.each<[string, number, string, string]>([
  ["an error", 400, '{"code":10004,"message":"unknown guild"}', "gone"],
  ["an error in a 200", 200, '{"code":11253,"message":"check app privilege not pass"}', "config"],
  ["no right to ask", 401, '{"code":11243,"message":"token"}', "auth"],
  ["something else", 200, "{}", "config"],
])("%s tells nothing", (_, status, text, as) => {
  expect(readGuildSetting({ status, text })).toMatchObject({ kind: "refused", as });
});

test("a page of something in between tells nothing", () => {
  expect(readGuildSetting({ status: 502, text: "<html>" })).toMatchObject({ kind: "unsure" });
});
