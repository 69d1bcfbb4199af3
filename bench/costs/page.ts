import { allowances, assumed, deployed } from "./assumptions.ts";
import { sumOf } from "./cost.ts";
import { extraNames } from "./extras.ts";
import { type Figures, home, type Sum, volumes } from "./figures.ts";
import { prices, pricesOf } from "./prices.ts";
import { usd } from "./usd.ts";
import { extraNames as extraWords, kindNames, type Language, lineNames, type Said, words } from "./words.ts";

/** What a page of docs/ shows between its marks. */
export function costPage(figures: Figures, language: Language): string {
  const say = (said: Said): string => said[language];
  return [
    say(before()),
    monthTable(figures, say),
    say(sentences(figures)),
    kindTable(figures, say),
    say(ofRegions()),
    regionTable(figures, say),
    say(allowed()),
  ].join("\n\n");
}

type Say = (said: Said) => string;

const count = (value: number): string => value.toLocaleString("en-US");

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, at) => (at === 0 ? "---" : "---:")), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

function monthTable({ idle, columns }: Figures, say: Say): string {
  const all = [idle, ...columns];
  const head = all.map((each) =>
    each === idle ? say(words.idle) : `${say(words[each.scenario])} ${count(each.webhooks)}`,
  );
  const lines = Object.entries(lineNames).map(([line, name]) => [
    say(name),
    ...all.map(({ cost }) => usd(cost[line as keyof typeof cost])),
  ]);
  const together = [say(words.together), ...all.map(({ cost }) => `**${usd(sumOf(cost))}**`)];
  const past = [say(words.past), ...all.map((each) => usd(each.past))];
  return table([say(words.month), ...head], [...lines, together, past]);
}

function kindTable({ kinds }: Figures, say: Say): string {
  const rows = kinds.map(({ kind, writes, reads, waitedMs, lambda, dynamodb, logs }) => [
    say(kindNames[kind]).replace("{seconds}", String(waitedMs / 1_000)),
    `${tellUnits(writes)} / ${tellUnits(reads)}`,
    ...[lambda, dynamodb, logs].map(usd),
    `**${usd(lambda + dynamodb + logs)}**`,
  ]);
  const head = [words.million, words.units, lineNames.lambda, lineNames.dynamodb, lineNames.logs, words.together];
  return table(head.map(say), rows);
}

/** Half units are true, hundredths are not worth their room. */
const tellUnits = (units: number): string => String(Math.round(units * 10) / 10);

function regionTable({ regions, columns }: Figures, say: Say): string {
  const tell = ({ usd: value, isAbout }: Sum): string => `${isAbout ? say(words.about) : ""}${usd(value)}`;
  const rows = regions.map(({ region, months, extras }) => [`\`${region}\``, ...[...months, ...extras].map(tell)]);
  const heads = columns.map(({ scenario, webhooks }) => `${say(words[scenario])} ${count(webhooks)}`);
  const last = extraNames.map((extra) => say(extraWords[extra]));
  return table([say(words.region), say(words.idle), ...heads, ...last], rows);
}

const before = (): Said => {
  const { lambdaRequests, lambdaGbSecond, writes, reads, tableGb, logGb, metric } = prices[home];
  return {
    en: `By AWS's public prices as we know them in ${pricesOf.en}; please check them:
[Lambda](https://aws.amazon.com/lambda/pricing/) ${lambdaRequests.usd} USD a million requests and ${lambdaGbSecond.usd} USD a GB-second (arm64),
[DynamoDB](https://aws.amazon.com/dynamodb/pricing/on-demand/) ${writes.usd} USD a million writes, ${reads.usd} USD a million reads, ${tableGb.usd} USD a GB-month,
[CloudWatch](https://aws.amazon.com/cloudwatch/pricing/) ${logGb.usd} USD a GB of logs, ${metric.usd} USD a metric. \`npm run costs\` computes all
figures of this section from a table of prices and from what was measured.

Measured, on the whole line beside an engine that counts as DynamoDB does: invocations, units, log bytes, metrics, what is sent and kept.
Not measured on AWS but assumed: ${deployed.memoryMb} MB, ${assumed.storeMs} ms a call of the table's, ${assumed.qqMs} ms a message to QQ, a CPU ${assumed.cpuFactor} times slower than the one that
measured, ${assumed.startMs} ms a cold start. **Quiet**: every webhook is told at once by a message of its own, which is also the
most that can be: QQ's limits let through far fewer. **Backlog**: nothing can go, each webhook is kept, and once a day someone speaks and a digest tells
or counts what waited, a hundred in each conversation.`,
    zh: `按我们所知的 ${pricesOf.zh}的 AWS 公开价格，请以官网为准：
[Lambda](https://aws.amazon.com/lambda/pricing/) 每百万次请求 ${lambdaRequests.usd} 美元、每 GB 秒 ${lambdaGbSecond.usd} 美元（arm64）；
[DynamoDB](https://aws.amazon.com/dynamodb/pricing/on-demand/) 每百万次写 ${writes.usd} 美元、每百万次读 ${reads.usd} 美元、每 GB 每月 ${tableGb.usd} 美元；
[CloudWatch](https://aws.amazon.com/cloudwatch/pricing/) 日志每 GB ${logGb.usd} 美元、每个指标 ${metric.usd} 美元。这一节的数字都由 \`npm run costs\` 按价格表和实测用量算出。

实测的（整条线路，旁边是和 DynamoDB 同样计费的引擎）：调用次数、读写单位、日志字节、指标、发出和存下的字节。没有在 AWS 上量过、只是假定的：内存 ${deployed.memoryMb} MB，
每次读写表 ${assumed.storeMs} 毫秒，每条 QQ 消息 ${assumed.qqMs} 毫秒，CPU 比测量用的慢 ${assumed.cpuFactor} 倍，冷启动 ${assumed.startMs} 毫秒。**顺畅**：每个 webhook 都立即单独发一条消息；这也是上限，QQ 的频次远远放不过
这么多。**积压**：什么都发不出去，每个 webhook 先存着，每天有人说一次话，一条摘要把攒着的发出或计数，每个会话一百条。`,
  };
};

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function sentences({ idle, columns, dominant, metrics, kinds }: Figures): Said {
  const small = columns.find(({ scenario, webhooks }) => scenario === "quiet" && webhooks === volumes[0]) ?? idle;
  const fixed = usd(small.cost.metrics + small.cost.alarms);
  const beside = kinds.find(({ kind }) => kind === "beside");
  const alone = kinds.find(({ kind }) => kind === "alone");
  const times = Math.round(sumOfKind(beside) / sumOfKind(alone));
  const reads = tellUnits(beside?.reads ?? Number.NaN);
  const all = usd(metrics.all * prices[home].metric.usd);
  const sweep = usd(sumOf(idle.cost) - idle.cost.metrics - idle.cost.alarms);
  return {
    en: `While few webhooks come, metrics and alarms are nearly all of it: ${fixed} of ${usd(sumOf(small.cost))} USD at ${count(small.webhooks)} a month; the sweep of each
minute, which runs while nobody sends too, is ${sweep} USD. With millions it is ${lineNames[dominant.line].en} (${percent(dominant.share)} of the quiet month of ${count(volumes[2])}).
One scene writes ${metrics.one} metrics, and one more for each reason by which something is held; all ${metrics.all} that there can be would be ${all} USD.
Dearest of all is what is told beside a deep backlog: a pass reads up to 400 of what waits, ${reads} read units in all, so that one such notice costs as much as
${times} told alone. It stays rare, since QQ's limits are what makes a backlog.`,
    zh: `webhook 不多时，几乎全是指标和报警的钱：每月 ${count(small.webhooks)} 个时占 ${usd(sumOf(small.cost))} 美元里的 ${fixed} 美元；每分钟的巡检没人发也在跑，每月 ${sweep} 美元。上了百万，
大头是 ${lineNames[dominant.line].zh}（${count(volumes[2])} 个、顺畅时占 ${percent(dominant.share)}）。一个场景写 ${metrics.one} 个指标，另外每种暂存的原因一个；全部 ${metrics.all} 个都用到是 ${all} 美元。最贵的是在攒了很多的会话里
立即发一条：要把攒着的读出最多 400 条，共 ${reads} 个读单位，这样的一条抵 ${times} 条单独发的。好在积压正是 QQ 频次少造成的，这种情况不会多。`,
  };
}

const sumOfKind = (kind: Figures["kinds"][number] | undefined): number =>
  kind === undefined ? Number.NaN : kind.lambda + kind.dynamodb + kind.logs;

const ofRegions = (): Said => ({
  en: `The same in other regions, and what is off unless asked for: [the gateway process](#the-gateway-process) as a Fargate task with an address of its
own, and \`RELAY_STATIC_IP\` (traffic through it not counted). "About": for more than a twentieth of the sum no price of that region's was read in a list of AWS's.`,
  zh: `其他区域的合计，以及默认不开的两样：用 Fargate 跑的[网关进程](#网关进程)（自带公网地址），和 \`RELAY_STATIC_IP\`（不含流量费）。“约”：合计里超过二十分之一的价格，没能对照
那个区域的 AWS 价目表。`,
});

const allowed = (): Said => ({
  en: `For nothing, every month and for good: ${allowances.lambdaRequests / 1e6} million requests and ${count(allowances.lambdaGbSeconds)} GB-seconds of Lambda, ${allowances.tableGb} GB of DynamoDB,
${allowances.metrics} metrics, ${allowances.alarmMetrics} alarm metrics, ${allowances.logGb} GB of logs, 3 dashboards, ${allowances.outGb} GB out, ${allowances.schedules / 1e6} million schedules. An account made since July 2025 that
takes AWS's **free plan** pays nothing at first: the plan ends after six months or when its credits are spent, and the account is closed then unless you go over to the
paid plan; what is free for good stays.`,
  zh: `每月永久免费的有：Lambda ${allowances.lambdaRequests / 1e4} 万次请求和 ${allowances.lambdaGbSeconds / 1e4} 万 GB 秒，DynamoDB ${allowances.tableGb} GB，${allowances.metrics} 个指标，${allowances.alarmMetrics} 个报警指标，${allowances.logGb} GB 日志，3 个面板，${allowances.outGb} GB 流出流量，
${allowances.schedules / 1e4} 万次定时调用。2025 年 7 月以后注册、选了 AWS **免费计划**的账号一开始不花钱：满六个月或赠金用完，计划就结束，不转成付费计划账号会被关闭；永久免费的部分转了以后还在。`,
});
