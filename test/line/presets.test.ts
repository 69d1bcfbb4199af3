import { readFileSync } from "node:fs";
import { describe, expect } from "vitest";
import type { Routes } from "../../lib/model/route.ts";
import { type SourceName, sources } from "../../lib/sources/index.ts";
import { presets } from "../../lib/sources/presets.ts";
import { nativeProofs } from "../sources/native-proofs.ts";
import { sharedLineTest } from "../support/line-fixtures.ts";
import type { Rig } from "../support/rig.ts";

type Case = {
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly body?: object;
};

const readCase = (name: string, file: string): Case =>
  JSON.parse(readFileSync(new URL(`../golden/presets/${name}/${file}.json`, import.meta.url), "utf8")) as Case;

const env = { Right: "right-secret", Other: "other-secret" };

const names = Object.keys(presets) as (keyof typeof presets)[];

/** Of each a route that is told at once, and one that waits until someone speaks. */
const routes: Routes = Object.fromEntries(
  names.flatMap((source): [string, Routes[string]][] => [
    [source, { scene: "group", source, secret: "Right", to: [`G-${source}`] }],
    [
      `${source}-held`,
      { scene: "group", source, secret: "Right", to: [`H-${source}`], policy: { proactive: "never" } },
    ],
  ]),
);

const it = sharedLineTest(routes, { env });

/** Sends a golden's request to its route, proved as its sender would. */
async function send(
  rig: Rig,
  name: SourceName,
  file: string,
  { secret = env.Right, route = name }: { readonly secret?: string; readonly route?: string } = {},
): Promise<number> {
  const { query = {}, headers = {}, body } = readCase(name, file);
  const [way] = Object.values(nativeProofs[name]?.ways ?? {});
  if (!way) throw new Error(`no way of ${name}`);
  // Linear's bodies hold the time that is signed.
  const now = name === "linear" && body ? { ...body, webhookTimestamp: rig.now() } : body;
  const text = now === undefined ? "" : JSON.stringify(now);
  const proof = way.sent(secret, text, new Date(rig.now()));
  const search = new URLSearchParams({ ...query, ...proof.query }).toString();
  const answer = await fetch(`${rig.relay.url}/group/${route}${proof.path ?? ""}?${search}`, {
    method: text === "" ? "GET" : "POST",
    headers: { "content-type": "application/json", ...headers, ...proof.headers },
    ...(text !== "" && { body: text }),
  });
  await rig.relay.idle();
  return answer.status;
}

const told = async (rig: Rig, group: string): Promise<readonly string[]> =>
  (await rig.received("group", group)).map(({ body }) => String(body["content"]));

describe("a webhook of each preset", () => {
  it.for<[SourceName, string, string, string?]>([
    ["sonarr", "grab", "Sonarr 开始下载 三体 S01E02", "sonarr.example"],
    ["radarr", "added", "Radarr 添加了 流浪地球 2（2023）"],
    ["lidarr", "download-failed", "❌ Lidarr 下载失败"],
    ["readarr", "imported", "Readarr 已导入 刘慈欣《球状闪电》"],
    ["prowlarr", "health", "⚠️ Prowlarr 有问题"],
    ["emby", "new-episode", "家里的 Emby 新增：三体 S01E02 红岸"],
    ["jellyfin", "added", "客厅 新增：三体 S01E02 红岸"],
    ["miniflux", "one-entry", "示例博客：关于 <T> 的二三事"],
    ["flux", "failed", "❌ Kustomization flux-system/apps 出错了"],
    ["diun", "update", "镜像 docker.io/crazymax/diun:latest 有更新"],
    ["coolify", "failed", "❌ 商城 部署失败"],
    ["statuspage", "investigating", "❌ API 响应变慢：正在调查"],
    ["uptimerobot", "down-in-the-query", "❌ 商城 (生产) 宕机了"],
    ["cloudflare", "origin-error-begins", "❌ Cloudflare 告警：商城源站"],
    ["linear", "issue-created", "⚠️ 李雷 新建了 WEB-44：结账页卡住"],
    ["jira", "created", "⚠️ 李雷 创建了 Bug SHOP-15：结账页 500"],
    ["pagerduty", "triggered", "❌ 支付 故障 #9：支付超时率 > 5%"],
    ["stripe", "dispute", "❌ 收到拒付：12.50 USD"],
    ["vercel", "error", "❌ shop (production) 部署失败"],
    ["bililive-recorder", "live", "3号直播间 开播了"],
    ["azure-monitor", "fired", "❌ CPU 过高 触发告警：web-1"],
  ])("%s is told, once, and only by its secret", async ([name, file, words], { rig }) => {
    expect(await send(rig, name, file, { secret: env.Other })).toBe(401);
    expect(await told(rig, `G-${name}`)).toEqual([]);
    expect(await send(rig, name, file)).toBe(202);
    expect(await send(rig, name, file)).toBe(202);
    const texts = await told(rig, `G-${name}`);
    expect(texts).toHaveLength(1);
    expect(texts[0]?.replaceAll("\u200B", "")).toContain(words);
  });

  it("is all of them", () => expect(names.every((name) => name in sources && name in nativeProofs)).toBe(true));
});

describe("what is over before anyone was told", () => {
  it.for<[SourceName, begins: string, ends: string, words: string]>([
    ["pagerduty", "triggered", "resolved", "✅ 支付 故障 #9 已解决：支付超时率 > 5%"],
    ["uptimerobot", "down-in-the-query", "up-in-the-query", "✅ 商城 (生产) 恢复了，中断了 25 分钟 30 秒"],
    ["statuspage", "investigating", "resolved", "✅ API 响应变慢：已解决"],
    ["coolify", "server-unreachable", "server-reachable", "✅ 服务器 gz-1 又能连上了"],
    ["sonarr", "health", "health-restored", "✅ Sonarr 的问题已解决"],
    ["flux", "failed", "succeeded", "✅ Kustomization flux-system/apps 成功"],
    ["azure-monitor", "fired", "resolved", "✅ CPU 过高 已恢复：web-1"],
    ["cloudflare", "origin-error-begins", "origin-error-ends", "✅ Cloudflare 告警解除：商城源站"],
    ["stripe", "payment-failed", "paid", "✅ 收款 1299.00 CNY"],
    ["vercel", "error", "succeeded", "✅ shop (production) 部署成功"],
  ])("is one message of %s", async ([name, begins, ends, words], { rig }) => {
    for (const file of [begins, ends]) expect(await send(rig, name, file, { route: `${name}-held` })).toBe(202);
    await rig.say("group", `H-${name}`);
    const texts = await told(rig, `H-${name}`);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain(words);
    const states = (await rig.deliveries("group", `H-${name}`)).map(({ state }) => state);
    expect(states.toSorted()).toEqual(["folded", "sent"]);
  });
});
