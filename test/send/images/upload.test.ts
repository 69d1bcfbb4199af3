import type { ServerResponse } from "node:http";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Target } from "../../../lib/model/target.ts";
import { createUpload, type UploadSource } from "../../../lib/send/images/upload.ts";
import { pictures, png } from "./pictures.ts";
import { type Bot, openBot } from "../sim-bot.ts";
import { deadOrigin, reply, startStub, type Stub } from "../stub-server.ts";
import { tokensOf } from "../tokens-of.ts";

const start = Date.UTC(2026, 10, 1);
const later = start + 60_000;
const user: Target = { scene: "c2c", id: "U/1" };
const group: Target = { scene: "group", id: "G1" };
const byUrl: UploadSource = { kind: "url", url: "https://example.com/a.png" };
const byBytes: UploadSource = { kind: "bytes", bytes: png, type: "image/png" };

let stub: Stub | undefined;
afterEach(async () => {
  await stub?.close();
  stub = undefined;
});

const uploadAt = (apiBase: string) =>
  createUpload({ apiBase, appId: "100", tokens: tokensOf("T1", "T2"), now: () => start });

async function setUp(answer: (response: ServerResponse, nth: number) => void) {
  stub = await startStub((response, _request, nth) => answer(response, nth));
  return uploadAt(stub.origin);
}

const answering = (body: unknown) => (response: ServerResponse) => reply(response, 200, body);

const done = answering({ file_uuid: "u", file_info: "FI", ttl: 300 });

describe("an upload", () => {
  it.each([
    [user, byUrl, "/v2/users/U%2F1/files", '{"file_type":1,"url":"https://example.com/a.png","srv_send_msg":false}'],
    [
      group,
      byBytes,
      "/v2/groups/G1/files",
      `{"file_type":1,"file_data":"${png.toString("base64")}","srv_send_msg":false}`,
    ],
  ])("to %o", async (target, source, path, body) => {
    const upload = await setUp(done);
    expect(await upload(target, source, later)).toEqual({
      kind: "uploaded",
      fileInfo: "FI",
      expiresAt: start + 300_000,
    });
    expect(stub?.requests).toMatchObject([
      { method: "POST", path, body, headers: { authorization: "QQBot T1", "content-type": "application/json" } },
    ]);
  });

  it.each([
    [0, undefined],
    ["0", undefined],
    ["120", start + 120_000],
    [undefined, start],
    [-1, start],
    ["soon", start],
  ])("with ttl %o holds until %o", async (ttl, expiresAt) => {
    const upload = await setUp(answering({ file_info: "FI", ttl }));
    expect(await upload(group, byUrl, later)).toEqual({ kind: "uploaded", fileInfo: "FI", expiresAt });
  });

  it("after a refused token is repeated with another", async () => {
    const upload = await setUp((response, nth) =>
      nth === 1 ? reply(response, 401, { code: 11244, message: "expired" }) : done(response),
    );
    expect(await upload(group, byUrl, later)).toMatchObject({ kind: "uploaded" });
  });

  it.each(["channel", "dm"] as const)("in %s is our own fault", async (scene) => {
    const upload = uploadAt("http://127.0.0.1:1");
    expect(() => upload({ scene, id: "1" }, byUrl, later)).toThrow(`${scene} takes no uploads`);
  });
});

describe("what it answers otherwise is a refusal", () => {
  it.each([
    [850018, "muted"],
    [850019, "fix"],
    [850026, "media"],
    [850027, "media"],
    [850031, "fix"],
    [10000, "fix"],
    [40093001, "media"],
    [40093002, "fix"],
    [22009, "rate"],
    [11253, "config"],
  ])("code %i: %s", async (code, as) => {
    const upload = await setUp((response) => reply(response, 400, { code, message: "no" }));
    expect(await upload(group, byUrl, later)).toMatchObject({ kind: "refused", as, answer: { code } });
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ["an empty 200", answering("")],
    ["a 200 without file_info", answering({ file_uuid: "u", ttl: 300 })],
    ["a 200 with an empty one", answering({ file_info: "", ttl: 300 })],
    ["a page of a proxy", (response) => reply(response, 502, "<html>bad gateway</html>")],
    ["an answer that was lost", (response) => response.socket?.destroy()],
  ])("%s: again", async (_, answer) => {
    const upload = await setUp(answer);
    expect(await upload(group, byUrl, later)).toMatchObject({ kind: "refused", as: "again" });
  });

  it("no connection: again", async () => {
    const upload = uploadAt(await deadOrigin());
    expect(await upload(group, byUrl, later)).toMatchObject({ kind: "refused", as: "again" });
  });

  it("no time: not begun", async () => {
    const upload = await setUp(done);
    expect(await upload(group, byUrl, start + 999)).toMatchObject({ kind: "refused", as: "again" });
    expect(stub?.requests).toHaveLength(0);
  });
});

describe("over the simulator", () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await openBot();
  });
  afterAll(() => bot.sim.stop());
  beforeEach(async () => {
    await bot.sim.control("reset");
    await bot.sim.control("settings", { sandbox: true });
  });

  it.each([
    ["c2c", byUrl],
    ["group", byUrl],
    ["c2c", byBytes],
    ["group", { kind: "bytes", bytes: pictures["image/gif"], type: "image/gif" }],
  ] as const)("in %s what %o gives can be sent, and nothing was sent before", async (scene, source) => {
    const target = { scene, id: "T" };
    const uploaded = await bot.upload(target, source, bot.deadline());
    if (uploaded.kind !== "uploaded") throw new Error(uploaded.answer.message);
    expect(await bot.sim.messages()).toEqual([]);
    const body = { msg_type: 7, content: " ", media: { file_info: uploaded.fileInfo } };
    expect(await bot.qq.send({ target, body, permit: "proactive" }, bot.deadline())).toMatchObject({ kind: "sent" });
    const other = { scene: scene === "c2c" ? "group" : "c2c", id: "T" } as const;
    expect(await bot.qq.send({ target: other, body, permit: "proactive" }, bot.deadline())).toMatchObject({
      as: "media",
      answer: { code: 304080 },
    });
  });

  it.each([
    [{ code: 850031 }, { as: "fix", repair: ["media"] }],
    [{ code: 40093001 }, { as: "media" }],
    [{ drop: "before" }, { as: "again" }],
    [{ drop: "after" }, { as: "again" }],
    [{ status: 504 }, { as: "again" }],
    [{ status: 429 }, { as: "rate" }],
  ])("fault %o", async (fault, refused) => {
    await bot.sim.control("faults", { ...fault, match: "/files" });
    expect(await bot.upload(group, byUrl, bot.deadline())).toMatchObject({ kind: "refused", ...refused });
    expect(await bot.upload(group, byUrl, bot.deadline())).toMatchObject({ kind: "uploaded" });
  });
});

describe("a picture beside a body", () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await openBot();
  });
  afterAll(() => bot.sim.stop());

  it.each(["channel", "dm"] as const)("is taken in %s as multipart, with the reply's anchor", async (scene) => {
    const msg_id = await bot.sim.say(scene);
    const body = { content: "看图 & <b>", msg_id };
    const file = { bytes: png, type: "image/png" } as const;
    const outcome = await bot.qq.send({ target: { scene, id: "T" }, body, permit: "reply", file }, bot.deadline());
    expect(outcome).toMatchObject({ kind: "sent" });
    expect(await bot.sim.messages(`?scene=${scene}`)).toMatchObject([
      {
        status: 200,
        permit: "msg",
        body: { ...body, file_image: { name: "image.png", size: png.length, type: "image/png" } },
      },
    ]);
  });

  it.each(["channel", "dm"] as const)("is a message by itself in %s", async (scene) => {
    const file = { bytes: pictures["image/jpeg"], type: "image/jpeg" } as const;
    const request = { target: { scene, id: "T2" }, body: {}, permit: "proactive", file } as const;
    expect(await bot.qq.send(request, bot.deadline())).toMatchObject({ kind: "sent" });
    const { file: _, ...bare } = request;
    expect(await bot.qq.send(bare, bot.deadline())).toMatchObject({ kind: "refused", answer: { code: 50006 } });
  });
});
