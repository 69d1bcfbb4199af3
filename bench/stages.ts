import { Bench } from "tinybench";
import { forms } from "../lib/model/form.ts";
import type { Delivery } from "../lib/model/delivery.ts";
import type { Inbound } from "../lib/model/inbound.ts";
import type { Notice } from "../lib/model/notice.ts";
import { emptyQuota } from "../lib/model/quota.ts";
import { isRefusal } from "../lib/model/refusal.ts";
import { defaultSettings } from "../lib/model/settings.ts";
import type { Standing } from "../lib/model/standing.ts";
import { pendingDelivery } from "../lib/outbox/pending-delivery.ts";
import { quotaZoneOf, resolveLimits } from "../lib/policy/quota/resolve-limits.ts";
import { plan } from "../lib/policy/plan/plan.ts";
import { resolvePolicy } from "../lib/policy/plan/plan-rules.ts";
import { renderSend } from "../lib/render/render-send.ts";
import { sizeLimits } from "../lib/render/style/limits.ts";
import { githubFormat } from "../lib/sources/github/format.ts";
import { verify } from "../lib/verify/verify.ts";
import { makePush, pushSecret } from "./push.ts";
import type { Report } from "./report.ts";
import { formatTable } from "./table.ts";

const { headers, body } = makePush(1);
const at = new Date("2026-11-21T04:00:00Z");
const inbound: Inbound = { method: "POST", path: "/ci", headers, query: {}, body: Buffer.from(body), at };
const group = { scene: "group", id: "G1" } as const;

/** The pure stages one by one, without any I/O: what a message costs before the store and QQ are asked. */
export async function benchStages(): Promise<Report> {
  const notice = readPush();
  const bench = new Bench({ time: 800, warmupTime: 300 });
  bench.add("verify", () => void verify("github", inbound, [pushSecret]));
  bench.add("parse + map", () => void readPush());
  for (const form of forms)
    bench.add(`render ${form}`, () => void renderSend({ notices: [notice] }, { ...style, form }));
  for (const count of [1, 100]) {
    const standing = standingOf(notice, count);
    bench.add(`plan, ${count} pending`, () => void plan(standing, rules, at.getTime()));
  }
  await bench.run();

  const rows = bench.tasks.map(({ name, result }) => {
    if (!("latency" in result)) throw new Error(`${name}: ${result.state}`, { cause: result });
    const { p50, p99 } = result.latency;
    return [name, toMicroseconds(p50), toMicroseconds(p99)];
  });
  const title = `Stages: one GitHub push of ${(Buffer.byteLength(body) / 1_000).toFixed(1)} kB to a group`;
  return { text: formatTable(title, ["", "median µs", "p99 µs"], rows), faults: [] };
}

const style = { wire: "v2", language: "zh", links: "keep", limit: sizeLimits.group } as const;

const policy = resolvePolicy(undefined);

const rules = {
  limits: resolveLimits(defaultSettings).group,
  policyOf: () => policy,
  quotaZone: quotaZoneOf(defaultSettings),
  timeZone: defaultSettings.timeZone,
  shortestWait: policy.maxAge,
};

function readPush(): Notice {
  const parsed = githubFormat.parse(inbound, {});
  if (isRefusal(parsed)) throw new Error(parsed.message);
  const notice = githubFormat.map(parsed, { language: "zh", at, timeZone: defaultSettings.timeZone });
  if (!notice) throw new Error("the push says nothing");
  return notice;
}

const standingOf = (notice: Notice, count: number): Standing => ({
  target: group,
  deliveries: Array.from({ length: count }, (_, index) => deliveryOf(notice, index)),
  windows: [],
  quota: emptyQuota,
  state: {},
});

const deliveryOf = (notice: Notice, index: number): Delivery =>
  pendingDelivery({
    id: `ci#${index}`,
    route: "ci",
    target: group,
    notice,
    form: "text",
    arrivedAt: at.getTime() - 60_000 + index,
  });

const toMicroseconds = (ms: number): string => (ms * 1_000).toFixed(1);
