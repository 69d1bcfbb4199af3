import { describe, expect, it } from "vitest";
import { tellTaken } from "../../../lib/sources/telegram/answers.ts";
import { inboundOf } from "../../support/inbound.ts";

const resultOf = (method: string, body: object, query = {}): unknown => {
  const answer = tellTaken(inboundOf({ rest: ["bot1:x", method], query, body: JSON.stringify(body) }), "d");
  expect(answer.status).toBe(200);
  return (JSON.parse(answer.text) as { result: unknown }).result;
};

describe("what Telegram's clients read of a message they sent", () => {
  it.each([
    [1001, { id: 1001, type: "private" }],
    ["-1001234567890", { id: -1_001_234_567_890, type: "supergroup" }],
    ["@ops", { id: 1, type: "channel", username: "ops" }],
    ["no chat", { id: 1, type: "channel" }],
    [{ id: 1 }, { id: 1, type: "channel" }],
    ["99999999999999999999", { id: 1, type: "channel" }],
  ])("the chat %j", (chat_id, chat) => {
    expect(resultOf("sendMessage", { chat_id, text: "x" })).toMatchObject({ chat, text: "x" });
  });

  it("a file, which some take for granted, and a list for a group", () => {
    expect(resultOf("sendPhoto", { caption: "c" })).toMatchObject({
      photo: [{ file_id: expect.any(String) }],
      caption: "c",
    });
    expect(resultOf("sendDocument", {})).toMatchObject({ document: { file_id: expect.any(String) } });
    expect(resultOf("sendMediaGroup", {})).toEqual([expect.objectContaining({ message_id: expect.any(Number) })]);
  });

  it("fields of the query", () => {
    expect(resultOf("sendMessage", {}, { chat_id: "7", text: "q" })).toMatchObject({ chat: { id: 7 }, text: "q" });
  });
});
