import { createHash } from "node:crypto";
import { describe, expect } from "vitest";
import { simTest as test } from "./sim-test.ts";
import { textFor } from "./sim.ts";

const arks = { template_id: 37, kv: ["PROMPT", "METATITLE", "METASUBTITLE", "METACOVER", "METAURL"] };
const ark = { template_id: arks.template_id, kv: arks.kv.map((key) => ({ key: `#${key}#`, value: "x" })) };

describe("guilds and channels", () => {
  test("are listed as events and settings named them, until the bot leaves", async ({ sim }) => {
    await sim.control("settings", { guilds: { 11: "7" } });
    await sim.say("channel", "12", { guild: "7" });
    await sim.say("channel", "21", { guild: "8" });
    const guilds = async (query = "") => (await sim.call("GET", `/users/@me/guilds${query}`)).body;
    expect(await guilds()).toEqual([
      expect.objectContaining({ id: "7", name: "guild 7", owner: false, member_count: 3, max_members: 300 }),
      expect.objectContaining({ id: "8" }),
    ]);
    expect(await guilds("?limit=1")).toMatchObject([{ id: "7" }]);
    expect(await guilds("?after=7")).toMatchObject([{ id: "8" }]);
    expect(await guilds("?before=8&limit=5")).toMatchObject([{ id: "7" }]);
    expect((await sim.call("GET", "/guilds/7/channels")).body).toMatchObject([
      { id: "11", guild_id: "7", type: 0, position: 1 },
      { id: "12", guild_id: "7", type: 0, position: 2 },
    ]);
    expect((await sim.call("GET", "/guilds/7")).body).toMatchObject({ id: "7", joined_at: expect.any(String) });
    expect((await sim.call("GET", "/channels/12")).body).toMatchObject({ id: "12", guild_id: "7", sub_type: 0 });
    await sim.event("GUILD_DELETE", { id: "7" });
    expect(await guilds()).toMatchObject([{ id: "8" }]);
    expect(await sim.call("GET", "/guilds/7")).toMatchObject({ code: 10004 });
    expect(await sim.call("GET", "/guilds/7/channels")).toMatchObject({ code: 10004 });
    expect(await sim.call("GET", "/channels/12")).toMatchObject({ code: 10003 });
  });

  test("a channel is none of another scene", async ({ sim }) => {
    await sim.say("group", "G");
    expect(await sim.call("GET", "/channels/G")).toMatchObject({ code: 10003 });
  });
});

describe("a message of a channel", () => {
  test("is answered and shown with member and embeds", async ({ sim }) => {
    const embed = { title: "t", fields: [{ name: "f" }] };
    const sent = (await sim.send("channel", { embed })).body;
    expect(sent).toMatchObject({ embeds: [embed], member: { roles: ["1"], joined_at: expect.any(String) } });
    expect((await sim.send("channel", textFor("channel"))).body).toMatchObject({ embeds: [{}] });
    expect((await sim.call("GET", `/channels/T/messages/${String(sent["id"])}`)).body).toEqual({ message: sent });
  });

  test("is shown also of a person, in its own channel", async ({ sim }) => {
    const id = await sim.say("channel");
    expect((await sim.call("GET", `/channels/T/messages/${id}`)).body).toMatchObject({ message: { id, seq: 1 } });
    expect(await sim.call("GET", `/channels/U/messages/${id}`)).toMatchObject({ code: 306002 });
  });

  test("comes as a form, its ark with or without a name of its own", async ({ sim }) => {
    for (const part of [ark, { ark }]) {
      const form = new FormData();
      form.set("ark", JSON.stringify(part));
      expect(await sim.call("POST", "/channels/T/messages", form)).toMatchObject({ status: 200 });
    }
    expect(await sim.messages()).toMatchObject([{ body: { ark } }, { body: { ark } }]);
  });
});

describe("a file in parts", () => {
  const bytes = Buffer.alloc(5 * 1024 * 1024 + 3, "a");
  const md5 = (data: Buffer): string => createHash("md5").update(data).digest("hex");
  const file = {
    file_type: 1,
    file_name: "a.png",
    file_size: bytes.length,
    md5: md5(bytes),
    sha1: "0".repeat(40),
    md5_10m: md5(bytes),
  };
  type Prepared = {
    readonly upload_id: string;
    readonly block_size: number;
    readonly parts: readonly { readonly index: number; readonly presigned_url: string }[];
  };

  const it = test.extend("put", ({ sim }) =>
    async (base: string) => {
      const prepared = (await sim.call("POST", `${base}/upload_prepare`, file)).body as unknown as Prepared;
      for (const { index, presigned_url: url } of prepared.parts) {
        const part = bytes.subarray((index - 1) * prepared.block_size, index * prepared.block_size);
        expect((await fetch(url, { method: "PUT", body: part })).status).toBe(200);
        const done = { upload_id: prepared.upload_id, part_index: index, block_size: part.length, md5: md5(part) };
        expect(await sim.call("POST", `${base}/upload_part_finish`, done)).toMatchObject({ status: 200 });
      }
      return prepared;
    });

  it("is put together by files, and then sent", async ({ sim, put }) => {
    const { upload_id: id, parts } = await put("/v2/groups/T");
    expect(parts.map(({ index }) => index)).toEqual([1, 2]);
    const made = (await sim.call("POST", "/v2/groups/T/files", { upload_id: id })).body;
    expect(made).toMatchObject({ file_info: expect.any(String), ttl: 300, raw_url: expect.any(String) });
    const media = { file_info: made["file_info"] };
    expect(await sim.send("group", { msg_type: 7, media })).toMatchObject({ status: 200 });
  });

  it("and by the call that one client makes instead", async ({ sim, put }) => {
    const { upload_id: id } = await put("/v2/users/T");
    expect(await sim.call("POST", "/v2/users/T/complete_upload", { upload_id: id })).toMatchObject({ status: 200 });
    expect(await sim.call("POST", "/v2/users/U/files", { upload_id: id })).toMatchObject({ code: 40093001 });
  });

  it("not before each part is there as it was said to be", async ({ sim }) => {
    const { body } = await sim.call("POST", "/v2/groups/T/upload_prepare", { ...file, file_size: "3" });
    const { upload_id: id, parts } = body as unknown as Prepared;
    const done = { upload_id: id, part_index: 1, block_size: 3, md5: md5(Buffer.from("abc")) };
    expect(await sim.call("POST", "/v2/groups/T/upload_part_finish", done)).toMatchObject({ code: 40093001 });
    await fetch(parts[0]?.presigned_url ?? "", { method: "PUT", body: "abd" });
    expect(await sim.call("POST", "/v2/groups/T/upload_part_finish", done)).toMatchObject({ code: 40093001 });
    expect(await sim.call("POST", "/v2/groups/T/files", { upload_id: id })).toMatchObject({ code: 40093001 });
    const huge = { ...file, file_size: 201 * 1024 * 1024 };
    expect(await sim.call("POST", "/v2/groups/T/upload_prepare", huge)).toMatchObject({ code: 850031 });
    expect(await sim.call("POST", "/v2/groups/T/upload_prepare", {})).toMatchObject({ code: 12002 });
    expect((await fetch(`${sim.url}/upload-parts/none/1`, { method: "PUT" })).status).toBe(404);
  });
});

describe("a message in pieces", () => {
  const it = test.extend("piece", ({ sim }) =>
    (more: object) =>
      sim.call("POST", "/v2/users/T/stream_messages", more));

  it("is one message, judged by its first piece", async ({ sim, piece }) => {
    const message = await sim.say("c2c");
    const first = await piece({ content_raw: "ab", index: 0, msg_id: message, event_id: message, msg_seq: 1 });
    expect(first).toMatchObject({ status: 200, body: { remain_msg_len: 3_998, timestamp: expect.any(String) } });
    const id = first.body["id"];
    expect(await piece({ stream_msg_id: id, index: 1, content_raw: "c" })).toMatchObject({ body: { id } });
    const whole = { stream_msg_id: id, input_mode: "replace", content_raw: "abcd" };
    expect(await piece({ ...whole, index: 2, content_raw: "xbcd" })).toMatchObject({ code: 40007 });
    expect(await piece({ ...whole, index: 2, input_state: 10 })).toMatchObject({ status: 200 });
    expect(await piece({ ...whole, index: 3 })).toMatchObject({ code: 12002 });
    expect(await sim.messages()).toMatchObject([{ code: 0, permit: "msg", streamed: "abcd" }]);
    expect(await piece({ content_raw: "again", msg_id: message, msg_seq: 1 })).toMatchObject({ code: 40054005 });
  });

  it("counts as a push without an anchor", async ({ piece }) => {
    for (let sent = 0; sent < 4; sent += 1) expect(await piece({ content_raw: "x" })).toMatchObject({ status: 200 });
    expect(await piece({ content_raw: "x" })).toMatchObject({ code: 22009 });
    expect(await piece({ content_raw: "x", input_state: 7 })).toMatchObject({ code: 12002 });
  });
});

describe("a group", () => {
  test("tells a bot on QQ's list what it is, and what the bot may do there", async ({ sim }) => {
    const state = async () => (await sim.call("GET", "/v2/groups/T/bot_state")).body;
    expect((await sim.call("GET", "/v2/groups/T/info")).body).toMatchObject({ group_openid: "T", group_member_num: 3 });
    expect(await state()).toMatchObject({
      allow_proactive_msg: true,
      recv_msg_setting: "only_mention",
      member_role: "member",
    });
    await sim.control("settings", { fullGroups: ["T"] });
    await sim.event("GROUP_MSG_REJECT", { group_openid: "T" });
    expect(await state()).toMatchObject({ allow_proactive_msg: false, recv_msg_setting: "all" });
    await sim.event("GROUP_DEL_ROBOT", { group_openid: "T" });
    expect(await state()).toMatchObject({ code: 40034101 });
    await sim.control("settings", { groupInfo: false });
    expect(await sim.call("GET", "/v2/groups/T/info")).toMatchObject({ code: 11253 });
  });
});
