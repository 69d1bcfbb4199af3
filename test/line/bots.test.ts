import { describe, expect } from "vitest";
import type { Routes } from "../../lib/model/route.ts";
import { sharedLineTest } from "../support/line-fixtures.ts";
import { type Request, sendTo } from "../support/requests.ts";

const secrets = { BotSecret: "bot-secret-5d1f" } as const;
const { BotSecret: secret } = secrets;

const route = { scene: "group", secret: "BotSecret", to: ["G1", "G2"], pick: { "10001": "G1", "-100": "G2" } } as const;

const routes: Routes = {
  qq: { ...route, source: "onebot" },
  tg: { ...route, source: "telegram" },
  both: { ...route, source: ["telegram", "onebot", "generic"] },
};

const it = sharedLineTest(routes, { env: secrets });

const json = (path: string, body: object, headers: Record<string, string> = {}): Request => ({
  path: `/group${path}`,
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(body),
});
const bearer = { authorization: `Bearer ${secret}` };

describe("OneBot and Telegram, to those of the route's conversations that a request names", () => {
  it.for<[string, Request, string, readonly string[]]>([
    ["a group", json("/qq/send_group_msg", { group_id: 10_001, message: "一" }, bearer), "一", ["G1"]],
    [
      "a member of a group",
      json("/qq/send_private_msg", { group_id: 7, user_id: "10001", message: "九" }, bearer),
      "九",
      ["G1"],
    ],
    ["all, where none is named", json("/qq/send_msg/", { message: "二" }, bearer), "二", ["G1", "G2"]],
    [
      "all in a GET",
      { method: "GET", path: `/group/qq/send_group_msg?access_token=${secret}&group_id=10001&message=%E4%B8%89` },
      "三",
      ["G1"],
    ],
    [
      "Milky's",
      json(
        "/qq/api/send_group_message",
        { group_id: "10001", message: [{ type: "text", data: { text: "四" } }] },
        bearer,
      ),
      "四",
      ["G1"],
    ],
    ["a chat", json(`/tg/bot1:${secret}/sendMessage`, { chat_id: -100, text: "五" }), "五", ["G2"]],
    ["a chat in the query", { path: `/group/tg/bot${secret}/sendMessage?chat_id=10001&text=%E5%85%AD` }, "六", ["G1"]],
    [
      "Telegram's at a route of several",
      json(`/both/bot${secret}/sendMessage`, { chat_id: -100, text: "七" }),
      "七",
      ["G2"],
    ],
    [
      "OneBot's at a route of several",
      json("/both/send_msg", { group_id: "10001", message: "八" }, bearer),
      "八",
      ["G1"],
    ],
  ])("%s", async ([, request, words, targets], { rig }) => {
    const answer = await sendTo(rig.relay.url, request);
    expect([answer.status, answer.text]).toEqual([200, expect.stringMatching(/^\{"(?:status":"ok"|ok":true),/)]);
    const told = await Promise.all(["G1", "G2"].map((target) => rig.deliveries("group", target)));
    const reached = ["G1", "G2"].filter((_, at) => told[at]?.some(({ notice }) => notice.title === words));
    expect(reached).toEqual(targets);
  });
});

describe("what they refuse", () => {
  it.for<[string, Request, number, RegExp]>([
    [
      "a group that is not in `pick`",
      json("/qq/send_msg", { group_id: 2, message: "x" }, bearer),
      200,
      /"retcode":1404,/,
    ],
    [
      "a chat that is not in `pick`",
      json(`/tg/bot${secret}/sendMessage`, { chat_id: 2, text: "x" }),
      400,
      /chat not found/,
    ],
    ["no token", json("/qq/send_msg", { message: "x" }), 401, /"retcode":1401,/],
    ["a wrong one", json("/qq/send_msg", { message: "x" }, { authorization: "Bearer wr0ng" }), 403, /"retcode":1403,/],
    ["a look without a token", { method: "GET", path: "/group/qq/get_login_info" }, 401, /"retcode":1401,/],
    ["Milky's without a token", json("/qq/api/send_group_message", { message: [] }), 401, /"retcode":-401,/],
    ["another action", json("/qq/set_group_kick", { group_id: 1 }, bearer), 404, /"retcode":1404,/],
    ["another call of Milky's", json("/qq/api/kick_group_member", {}, bearer), 404, /"retcode":-404,/],
    ["a wrong bot", json("/tg/bot1:wr0ng/sendMessage", { text: "x" }), 401, /"description":"Unauthorized"/],
    ["updates", json(`/tg/bot${secret}/getUpdates`, {}), 409, /"error_code":409,/],
    ["updates of a wrong bot", json("/tg/bot1:wr0ng/getUpdates", {}), 401, /"error_code":401,/],
    ["another method", json(`/tg/bot${secret}/banChatMember`, {}), 404, /"description":"Not Found"/],
    ["nothing said", json(`/tg/bot${secret}/sendMessage`, { text: "" }), 400, /message text is empty/],
  ])("%s", async ([, request, status, text], { rig }) => {
    const answer = await sendTo(rig.relay.url, request);
    expect([answer.status, answer.text]).toEqual([status, expect.stringMatching(text)]);
  });
});

it("nothing of a path, a query or a body is in the log", ({ rig }) => {
  for (const hidden of [secret, "wr0ng", "10001", "set_group_kick", "/send_msg"])
    expect(rig.logs.join("\n")).not.toContain(hidden);
});
