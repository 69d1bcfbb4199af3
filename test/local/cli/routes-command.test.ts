import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type RoutesOptions, runRoutes } from "../../../local/cli/routes-command.ts";
import type { SetUp } from "../../../local/cli/senders/set-up.ts";
import { root } from "../../structure/project-files.ts";

const folder = mkdtempSync(join(tmpdir(), "routes-"));
const routesFile = join(folder, "routes.mjs");
const routes = {
  lab: { scene: "group", source: "gitlab", secret: ["LabSecret", "LabOld"], to: ["G1"] },
  phone: { scene: "group", source: "telegram", secret: "PhoneSecret", to: ["G1"] },
  tools: { scene: "group", source: ["github", "gotify"], secret: "ToolsSecret", to: ["G1"] },
  disk: { scene: "c2c", source: "generic", open: true, to: ["U1"] },
};
writeFileSync(routesFile, `export const routes = ${JSON.stringify(routes)};`);
afterAll(() => rmSync(folder, { recursive: true }));

const env = { RELAY_DATA: join(folder, "data"), LabSecret: "lab/value", PhoneSecret: "phone-value" };

const run = (names: readonly string[], options: Partial<RoutesOptions> = {}, more: object = {}) =>
  runRoutes(names, { routes: routesFile, secrets: false, json: false, ...options }, { ...env, ...more });

const read = async (names: readonly string[], options: Partial<RoutesOptions> = {}) =>
  JSON.parse(await run(names, { ...options, json: true })) as readonly SetUp[];

const urlsOf = (setUps: readonly SetUp[]) => setUps.map(({ ways }) => ways[0]?.call.url);

describe("relay routes", () => {
  it("says what to click, what to enter and what comes then, without a relay that runs", async () => {
    expect(await run(["phone"])).toMatchInlineSnapshot(`
      "phone  telegram → 群 group
        工具的 Telegram 通知（Bot API 地址） · the tool's Telegram notification (address of the bot API)
          API 地址 · API server   http://127.0.0.1:8787/group/phone
          机器人令牌 · bot token  <PhoneSecret>
          → POST http://127.0.0.1:8787/group/phone/bot<PhoneSecret>/sendMessage
        或 or：要求令牌以数字开头的工具 · a tool whose token has to begin with a number
          API 地址 · API server   http://127.0.0.1:8787/group/phone
          机器人令牌 · bot token  1:<PhoneSecret>
          → POST http://127.0.0.1:8787/group/phone/bot1:<PhoneSecret>/sendMessage
        或 or：地址以 /bot 结尾的工具 · a tool whose address ends with /bot
          API 地址 · API server   http://127.0.0.1:8787/group/phone/bot
          机器人令牌 · bot token  <PhoneSecret>
          → POST http://127.0.0.1:8787/group/phone/bot<PhoneSecret>/sendMessage
        或 or：要填整个地址的工具 · a tool that wants the whole URL
          地址 · URL  http://127.0.0.1:8787/group/phone/bot<PhoneSecret>/sendMessage
        说明 page  docs/facades.zh-CN.md · docs/facades.md

      <…> 换成这个密钥的值；--secrets 显示在这台机器上的值 · put the secret's value in place of <…>; --secrets shows those on this machine
      "
    `);
  });

  it("tells a way for each source of a route, and of an open one that it is", async () => {
    const text = await run([]);
    expect(text.match(/^\w+  \S+ → .+$/gm)).toEqual([
      "lab  gitlab → 群 group",
      "phone  telegram → 群 group",
      "tools  github → 群 group",
      "tools  gotify → 群 group",
      "disk  generic → 单聊 c2c  不验证 open",
    ]);
  });

  it("prints in both shapes the same values", async () => {
    const text = await run([]);
    for (const { ways } of await read([]))
      for (const { enter, call } of ways) {
        for (const { value } of enter) expect(text).toContain(value);
        expect(text).toContain(call.url);
      }
  });

  it("shows secrets by their names, by their values only when asked, and makes none before", async () => {
    const hidden = (await run([])) + JSON.stringify(await read([]));
    expect(hidden).toMatch(/<LabSecret>[^]*<PhoneSecret>[^]*<ToolsSecret>/);
    expect(hidden).not.toMatch(/lab\/value|phone-value/);
    expect(existsSync(env.RELAY_DATA)).toBe(false);

    const shown = await run([], { secrets: true });
    expect(shown).toContain("lab/value");
    expect(shown).toContain("/group/phone/botphone-value/sendMessage");
    expect(shown).toMatch(/application token {2}[\w-]{32}\n/);
    expect(shown).not.toMatch(/<\w+>|LabOld/);
  });

  it("goes by the door of the embedded run, or by the address that senders see", async () => {
    expect(await run(["lab"], {}, { HOST: "0.0.0.0", PORT: "9000" })).toContain(" http://127.0.0.1:9000/group/lab\n");
    expect(urlsOf(await read(["lab", "disk"], { url: "https://qq.example/relay/" }))).toEqual([
      "https://qq.example/relay/group/lab",
      "https://qq.example/relay/c2c/disk",
    ]);
  });

  describe("with a function URL", () => {
    const url = "https://abc123.lambda-url.ap-east-1.on.aws/";

    it("is of one scene, which is not in the path", async () => {
      expect(urlsOf(await read([], { url, scene: "c2c" }))).toEqual([
        "https://abc123.lambda-url.ap-east-1.on.aws/disk",
      ]);
      await expect(run([], { url })).rejects.toThrow("these routes are of group, c2c: add --scene, or name routes");
    });

    it("shows values of the environment alone: those made here are not its own", async () => {
      await run([], { secrets: true });
      const text = await run(["lab", "tools"], { url, secrets: true });
      expect(text).toContain("lab/value");
      expect(text).toContain("<ToolsSecret>");
    });
  });

  it.each<[readonly string[], Partial<RoutesOptions>, string]>([
    [["nas"], {}, "There is no route nas; there are lab, phone, tools, disk"],
    [["toString"], {}, "There is no route toString"],
    [[], { url: "qq.example" }, '--url "qq.example" has to be an address'],
    [[], { url: "https://qq.example/?key=1" }, "without a query"],
    [[], { url: "ftp://qq.example" }, "has to be an address"],
  ])("refuses %j with %j in one sentence", async (names, options, message) => {
    await expect(run(names, options)).rejects.toThrow(message);
  });

  it("has help with an example", () => {
    const { status, stdout } = spawnSync(process.execPath, ["local/cli/relay.ts", "routes", "--help"], {
      cwd: root,
      encoding: "utf8",
    });
    expect(status).toBe(0);
    expect(stdout).toContain("npm run relay -- routes ci --secrets");
  });
});
