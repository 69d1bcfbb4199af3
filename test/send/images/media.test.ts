import type { ServerResponse } from "node:http";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Target } from "../../../lib/model/target.ts";
import { createMedia, type MediaOptions } from "../../../lib/send/images/media.ts";
import { dataUrl, png } from "./pictures.ts";
import { type Bot, openBot } from "../sim-bot.ts";
import { reply, startStub, type Stub } from "../stub-server.ts";
import { tokensOf } from "../tokens-of.ts";

const user: Target = { scene: "c2c", id: "U1" };
const group: Target = { scene: "group", id: "G1" };
const channel: Target = { scene: "channel", id: "C1" };
const dm: Target = { scene: "dm", id: "D1" };
const everywhere = [user, group, channel, dm];
const picture = "https://pictures.test/a.png";

/** 10:00 in Shanghai. */
const start = Date.UTC(2026, 10, 1, 2);
const minute = 60_000;

const stubs: Stub[] = [];
afterEach(async () => {
  await Promise.all(stubs.splice(0).map((stub) => stub.close()));
});

const startOne = async (...[answer]: Parameters<typeof startStub>): Promise<Stub> => {
  const stub = await startStub(answer);
  stubs.push(stub);
  return stub;
};

/** QQ's upload call and a web server that has the picture at `/a.png`, on two ports of loopback. */
async function setUp(
  answer: (response: ServerResponse, nth: number) => void = (response, nth) =>
    reply(response, 200, { file_info: `FI${nth}`, ttl: 300 }),
  options: Partial<MediaOptions> = {},
) {
  const web = await startOne((response, { path }) => {
    if (path !== "/a.png") return reply(response, 404, {});
    response.writeHead(200, { "content-type": "image/png" });
    return response.end(png);
  });
  const qq = await startOne((response, _request, nth) => answer(response, nth));
  const time = { at: start };
  const waits: number[] = [];
  const media = createMedia({
    apiBase: qq.origin,
    appId: "100",
    tokens: tokensOf("T"),
    now: () => time.at,
    wait: async (ms) => {
      waits.push(ms);
      time.at += ms;
    },
    lookup: async (host) => (host === "inner.test" ? ["127.0.0.2"] : ["127.0.0.1"]),
    isPublic: (address) => address === "127.0.0.1",
    ports: [Number(new URL(web.origin).port)],
    ...options,
  });
  return {
    media,
    web,
    waits,
    time,
    url: (path = "/a.png", host = "pictures.test") => web.origin.replace("127.0.0.1", host) + path,
    prepare: (target: Target, image: string) => media.prepare(target, image, time.at + minute),
    uploads: () => qq.requests.map(({ body }) => JSON.parse(body) as Record<string, unknown>),
  };
}

const refusing = (code: number) => (response: ServerResponse) => reply(response, 400, { code, message: "no" });

const first =
  (code: number) =>
  (response: ServerResponse, nth: number): void =>
    nth === 1 ? refusing(code)(response) : reply(response, 200, { file_info: `FI${nth}`, ttl: 300 });

const base64 = png.toString("base64");

describe("a picture's address", () => {
  it.each([user, group])("is uploaded for QQ to fetch: $scene", async (target) => {
    const { prepare, url, uploads, web } = await setUp();
    expect(await prepare(target, url())).toEqual({ kind: "file-info", fileInfo: "FI1" });
    expect(uploads()).toEqual([{ file_type: 1, url: url(), srv_send_msg: false }]);
    expect(web.connections()).toBe(0);
  });

  it.each([channel, dm])("is handed over as it is: $scene", async (target) => {
    const { prepare, url, uploads, web } = await setUp();
    expect(await prepare(target, url())).toEqual({ kind: "url", url: url() });
    expect([uploads().length, web.connections()]).toEqual([0, 0]);
  });

  it("is handed over as the check read it", async () => {
    const { prepare, url } = await setUp();
    const odd = url("/x/../a b.png").replace("http://", "HTTP:\\\\");
    expect(await prepare(channel, odd)).toEqual({ kind: "url", url: url("/a%20b.png") });
  });

  it.each(everywhere)("inside the network is not handed out: $scene", async (target) => {
    const { prepare, media, url, uploads, web, time } = await setUp();
    const inner = url("/a.png", "inner.test");
    const refused = { kind: "no-media", reason: "the host's address is not public", internal: true };
    expect(await prepare(target, inner)).toEqual(refused);
    media.forget(target, inner);
    expect(await prepare(target, inner)).toEqual(refused);
    expect([uploads().length, web.connections()]).toEqual([0, 0]);
    expect(await media.isInternal(inner, time.at + minute)).toBe(true);
    expect(await media.isInternal(url(), time.at + minute)).toBe(false);
    expect(await media.isInternal(dataUrl(png), time.at + minute)).toBe(false);
  });

  it.each(everywhere)("is not looked up without time: $scene", async (target) => {
    const { media, url, time } = await setUp();
    const reason = "no time left to look the image's host up";
    expect(await media.prepare(target, url(), time.at)).toEqual({ kind: "no-media", reason });
  });
});

describe("a data: URL", () => {
  it.each([user, group])("is uploaded as base64: $scene", async (target) => {
    const { prepare, uploads } = await setUp();
    expect(await prepare(target, dataUrl(png))).toEqual({ kind: "file-info", fileInfo: "FI1" });
    expect(uploads()).toEqual([{ file_type: 1, file_data: base64, srv_send_msg: false }]);
  });

  it.each([channel, dm])("becomes a file: $scene", async (target) => {
    const { prepare, media } = await setUp();
    const file = { kind: "bytes", bytes: png, type: "image/png" };
    expect(await prepare(target, dataUrl(png))).toEqual(file);
    media.forget(target, dataUrl(png));
    expect(await prepare(target, dataUrl(png))).toEqual(file);
  });

  it.each(everywhere)("that is no picture goes nowhere: $scene", async (target) => {
    const { prepare, uploads } = await setUp();
    const page = dataUrl(Buffer.from("<html>"), "text/html");
    expect(await prepare(target, page)).toEqual({ kind: "no-media", reason: "the data: URL is no image" });
    const large = dataUrl(Buffer.concat([png], 6_000_000));
    expect(await prepare(target, large)).toEqual({ kind: "no-media", reason: "the image is too large" });
    expect(uploads()).toEqual([]);
  });
});

describe("a picture that QQ could not fetch", () => {
  it.each([850026, 850027])("is uploaded by us after %i", async (code) => {
    const { prepare, url, uploads, waits, web } = await setUp(first(code));
    expect(await prepare(group, url())).toEqual({ kind: "file-info", fileInfo: "FI2" });
    expect(uploads()).toMatchObject([{ url: url() }, { file_data: base64 }]);
    expect([waits, web.requests.length]).toEqual([[], 1]);
  });

  it("nor could we: goes without", async () => {
    const { prepare, url, uploads } = await setUp(first(850026));
    const reason = "the download was answered with HTTP 404";
    expect(await prepare(group, url("/gone.png"))).toEqual({ kind: "no-media", reason });
    expect(uploads()).toHaveLength(1);
  });

  it.each([channel, dm])("is brought by us once it is forgotten: $scene", async (target) => {
    const { prepare, media, url } = await setUp();
    expect(await prepare(target, url())).toMatchObject({ kind: "url" });
    media.forget(target, url());
    const file = { kind: "bytes", bytes: png, type: "image/png" };
    expect(await prepare(target, url())).toEqual(file);
    expect(await prepare({ ...target, id: "other" }, url())).toEqual(file);
    expect(await prepare(target, url("/b.png"))).toMatchObject({ kind: "url" });
  });
});

describe("an upload that is refused", () => {
  it.each([40093001, 50055001])("for a passing reason (%i) is repeated once, after a second", async (code) => {
    const { prepare, url, uploads, waits } = await setUp(first(code));
    expect(await prepare(group, url())).toEqual({ kind: "file-info", fileInfo: "FI2" });
    expect(uploads()[1]).toEqual(uploads()[0]);
    expect(waits).toEqual([1_000]);
  });

  it("again is given up", async () => {
    const { prepare, url, uploads } = await setUp(refusing(40093001));
    expect(await prepare(group, url())).toEqual({ kind: "no-media", reason: "upload refused: 40093001: no" });
    expect(uploads()).toHaveLength(2);
  });

  it.each([850018, 850019, 850031, 10000, 11253])("for good (%i) is not repeated", async (code) => {
    const { prepare, url, uploads } = await setUp(refusing(code));
    expect(await prepare(group, url())).toEqual({ kind: "no-media", reason: `upload refused: ${code}: no` });
    expect(uploads()).toHaveLength(1);
  });

  it("is not repeated when there is no time for it", async () => {
    const { media, url, uploads, time } = await setUp(first(40093001));
    expect(await media.prepare(group, url(), time.at + 2_400)).toMatchObject({ kind: "no-media" });
    expect(uploads()).toHaveLength(1);
  });

  it("because the day's volume is used up, stops uploads until midnight in Shanghai", async () => {
    const { prepare, url, uploads, time } = await setUp(first(40093002));
    const closed = { kind: "no-media", reason: "today's upload volume is used up" };
    expect(await prepare(group, url())).toMatchObject({ kind: "no-media" });
    expect(await prepare(user, url("/b.png"))).toEqual(closed);
    time.at = start + 14 * 60 * minute - 1;
    expect(await prepare(group, url())).toEqual(closed);
    expect(uploads()).toHaveLength(1);
    time.at += 1;
    expect(await prepare(group, url())).toMatchObject({ kind: "file-info" });
  });
});

describe("an upload is used again", () => {
  it("for other targets of the scene, not for another scene", async () => {
    const { prepare, url } = await setUp();
    expect(await prepare(group, url())).toMatchObject({ fileInfo: "FI1" });
    expect(await prepare({ scene: "group", id: "G2" }, url())).toMatchObject({ fileInfo: "FI1" });
    expect(await prepare(user, url())).toMatchObject({ fileInfo: "FI2" });
    expect(await prepare(group, url("/b.png"))).toMatchObject({ fileInfo: "FI3" });
  });

  it("until it is forgotten", async () => {
    const { prepare, media, url } = await setUp();
    await prepare(group, url());
    await prepare(user, url());
    media.forget(group, url());
    expect(await prepare(group, url())).toMatchObject({ fileInfo: "FI3" });
    expect(await prepare(user, url())).toMatchObject({ fileInfo: "FI2" });
  });

  it.each([
    ["30 s before the ttl", "url", 300, 270_000],
    ["30 s before a short ttl", "data", 40, 10_000],
    ["for 5 minutes where the address may show another picture by then", "url", 0, 300_000],
    ["for 5 minutes of a long ttl too", "url", 7_200, 300_000],
    ["for a day, being data", "data", 90_000, 89_970_000],
    ["never where the ttl is too short", "data", 30, 0],
  ])("%s", async (_, kind, ttl, until) => {
    const { prepare, url, time, uploads } = await setUp((response, nth) =>
      reply(response, 200, { file_info: `FI${nth}`, ttl }),
    );
    const image = kind === "url" ? url() : dataUrl(png);
    await prepare(group, image);
    if (until > 0) {
      time.at = start + until - 1;
      expect(await prepare(group, image)).toMatchObject({ fileInfo: "FI1" });
    }
    time.at = start + until;
    expect(await prepare(group, image)).toMatchObject({ fileInfo: "FI2" });
    expect(uploads()).toHaveLength(2);
  });

  it("for good where QQ says so of data", async () => {
    const { prepare, time } = await setUp((response, nth) => reply(response, 200, { file_info: `FI${nth}`, ttl: 0 }));
    await prepare(group, dataUrl(png));
    time.at += 365 * 24 * 60 * minute;
    expect(await prepare(group, dataUrl(png))).toMatchObject({ fileInfo: "FI1" });
  });

  it("among the last hundred", async () => {
    const { prepare, uploads, url } = await setUp();
    for (let n = 0; n <= 100; n += 1) await prepare(group, url(`/${n}.png`));
    expect(await prepare(group, url("/1.png"))).toMatchObject({ fileInfo: "FI2" });
    expect(uploads()).toHaveLength(101);
    expect(await prepare(group, url("/0.png"))).toMatchObject({ fileInfo: "FI102" });
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
    await bot.sim.control("settings", { sandbox: true, fileSeconds: 60 });
  });

  /** Sends what was prepared, as a body of the scene. */
  async function send(target: Target, image: string) {
    const prepared = await bot.media.prepare(target, image, bot.deadline());
    if (prepared.kind === "no-media") throw new Error(prepared.reason);
    const { bodies, file } = {
      "file-info": () => ({
        bodies: { msg_type: 7, content: " ", media: { file_info: "fileInfo" in prepared ? prepared.fileInfo : "" } },
        file: undefined,
      }),
      url: () => ({ bodies: { image: "url" in prepared ? prepared.url : "" }, file: undefined }),
      bytes: () => ({ bodies: {}, file: prepared.kind === "bytes" ? prepared : undefined }),
    }[prepared.kind]();
    return bot.qq.send(
      { target, body: bodies, permit: "proactive", ...(file !== undefined && { file }) },
      bot.deadline(),
    );
  }

  it.each(everywhere.flatMap((target) => [picture, dataUrl(png)].map((image) => [target, image] as const)))(
    "what was prepared for %o from %s is taken",
    async (target, image) => expect(await send(target, image)).toMatchObject({ kind: "sent" }),
  );

  it("an upload that the simulator forgot is made anew once it is forgotten here", async () => {
    const other = "https://pictures.test/b.png";
    expect(await send(group, other)).toMatchObject({ kind: "sent" });
    await bot.sim.control("reset");
    expect(await send(group, other)).toMatchObject({ as: "media", answer: { code: 304080 } });
    bot.media.forget(group, other);
    expect(await send(group, other)).toMatchObject({ kind: "sent" });
  });

  it("an upload near its end is made anew by itself", async () => {
    const image = "https://pictures.test/c.png";
    for (const ms of [0, 29_999, 1, 30_000, 61_000]) {
      bot.pass(ms);
      expect(await send(user, image)).toMatchObject({ kind: "sent" });
    }
  });

  it.each([{ code: 40093001 }, { drop: "after" }, { status: 502 }, { status: 429 }])(
    "an upload after %o is repeated",
    async (fault) => {
      await bot.sim.control("faults", { ...fault, match: "/files" });
      const prepared = await bot.media.prepare(group, `${picture}?${JSON.stringify(fault)}`, bot.deadline());
      expect(prepared).toMatchObject({ kind: "file-info" });
      expect(bot.waits.splice(0)).toEqual([1_000]);
    },
  );

  it("a host inside is refused", async () =>
    expect(await bot.media.prepare(dm, "http://inner.test/a.png", bot.deadline())).toMatchObject({ kind: "no-media" }));
});
