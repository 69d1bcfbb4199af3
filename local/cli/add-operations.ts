import { setTimeout as wait } from "node:timers/promises";
import { type Command, InvalidArgumentError, Option } from "commander";
import { type DeliveryState, deliveryStates } from "../../lib/model/delivery.ts";
import { levels } from "../../lib/model/level.ts";
import {
  type DeliveriesOptions,
  type FilterOptions,
  type ReplayOptions,
  runDeliveries,
  runReplay,
  runTrace,
} from "./log-commands.ts";
import type { OperateOptions } from "./operate.ts";
import { examples, options, whereOptions } from "./options.ts";
import { runSend, type SendOptions } from "./send-command.ts";
import { type MuteOptions, runHeard, runMute, runQuota, runStatus, runUnmute, runUnpair } from "./target-commands.ts";
import { runWatch } from "./watch-command.ts";

const target = ["<target>", "会话 · conversation: group:4C8F…"] as const;
const someTarget = ["[target]", "只看这个会话 · this conversation only: group:4C8F…"] as const;

const print = (text: string): void => void process.stdout.write(text);
const { env } = process;

/** The commands for what `local/operate` does: on the relay that runs here, or on a deployed table. */
export function addOperations(program: Command): void {
  const add = (name: string, description: string): Command => {
    const command = program.command(name).description(description);
    for (const option of whereOptions) command.addOption(option);
    return command;
  };

  add("send", "发一条试试，自己签名 · tells something by a route, signed by itself")
    .argument("<route>", "路由的名字 · name of a route")
    .argument("<title>", "标题 · title")
    .argument("[text]", "正文 · text")
    .addOption(new Option("--level <level>", "级别 · level").choices(levels))
    .option("--base <url>", "发送方看到的地址 · the relay's address as senders see it (http://127.0.0.1:PORT)")
    .addHelpText("after", examples('send me "你好"', 'send me "disk full" "/dev/sda1 93 %" --level critical'))
    .action(async (route: string, title: string, text: string | undefined, given: SendOptions) => {
      const ended = await runSend({ route, title, text }, given, env, Date.now);
      print(ended.text);
      process.exitCode = ended.exitCode;
    });

  add("deliveries", "投递记录，新的在前 · the delivery log, newest first")
    .addOption(options.target)
    .addOption(options.route)
    .addOption(options.since)
    .option("--state <state>", `可重复 · repeatable: ${deliveryStates.join(" ")}`, readState, [])
    .option("--limit <count>", "最多几条 · at most so many (20)", readLimit)
    .addHelpText(
      "after",
      examples("deliveries", "deliveries --state pending --route ci", "deliveries --since 2d --json"),
    )
    .action(async (given: DeliveriesOptions) => print(await runDeliveries(given, env, Date.now)));

  add("trace", "一条通知从发送方的 id 到 QQ 的消息 id · one notice from its sender's id to that of QQ's message")
    .argument("<id>", "投递 id、发送方的 id 或 QQ 的消息 id · id of the delivery, the sender's, or QQ's of the message")
    .addHelpText("after", examples("trace 'ci#72d3162e-cc78-11e3-81ab-4c9367dc0958'"))
    .action(async (id: string, given: OperateOptions) => print(await runTrace(id, given, env, Date.now)));

  add(
    "replay",
    "重发没送到的：先数一数，--yes 才发 · sends again what was not told: counts first, and sends with --yes",
  )
    .argument("[what...]", "投递 id，或 <场景> <会话> [投递 id] · id of a delivery, or <scene> <conversation> [id]")
    .option("--failed", "失败和过期的 · what failed or expired")
    .option("--unsure", "不确定送没送到的，可能会重复 · what may have been told already")
    .addOption(options.target)
    .addOption(options.route)
    .addOption(options.since)
    .option("--yes", "真的发 · do it")
    .addHelpText("after", examples("replay --failed --since 2d", "replay --failed --since 2d --yes"))
    .action(async (what: readonly string[], given: ReplayOptions) =>
      print(await runReplay(what, given, env, Date.now)),
    );

  add(
    "status",
    "会话的现状：能发几条，什么被压着、为什么 · how conversations stand: what may be sent, what waits and why",
  )
    .argument(...someTarget)
    .addHelpText("after", examples("status", "status group:4C8F"))
    .action(async (name: string | undefined, given: OperateOptions) =>
      print(await runStatus(name, given, env, Date.now)),
    );

  add("quota", "主动消息还剩几条，按哪套规则数 · pushes that are left, and by which rules")
    .argument(...someTarget)
    .addHelpText("after", examples("quota", "quota group:4C8F --json"))
    .action(async (name: string | undefined, given: OperateOptions) =>
      print(await runQuota(name, given, env, Date.now)),
    );

  add("watch", "实时看投递 · follows deliveries as they come")
    .argument(...someTarget)
    .addOption(options.route)
    .addHelpText("after", examples("watch", "watch group:4C8F --json"))
    .action(async (name: string | undefined, given: FilterOptions) => {
      process.once("SIGINT", () => process.exit(0)).once("SIGTERM", () => process.exit(0));
      await runWatch(name, given, env, { now: Date.now, wait: (ms) => wait(ms), print });
    });

  add("heard", "最近谁对机器人说过话：会话的 id 就在里面 · who spoke to the bot lately: that shows a conversation's id")
    .alias("whoami")
    .addHelpText("after", examples("heard"))
    .action(async (given: OperateOptions) => print(await runHeard(given, env, Date.now)));

  add("mute", "静音一会儿 · mutes a conversation for a while")
    .argument(...target)
    .argument("[time]", "多久 · how long: 30m, 2h, 1d, 明早 (1h)")
    .option("--route <name>", "只静音这条路由 · this route only")
    .option("--all", "严重的也不发 · critical ones too")
    .addHelpText("after", examples("mute group:4C8F 2h", "mute group:4C8F 1d --route ci"))
    .action(async (name: string, time: string | undefined, given: MuteOptions) =>
      print(await runMute(name, time, given, env, Date.now)),
    );

  add("unmute", "不再静音 · ends a mute")
    .argument(...target)
    .option("--route <name>", "只管这条路由 · of this route only")
    .addHelpText("after", examples("unmute group:4C8F"))
    .action(async (name: string, given: MuteOptions) => print(await runUnmute(name, given, env, Date.now)));

  add("unpair", "解除一条路由和会话的绑定 · ends the pairing of a route with a conversation")
    .argument("<route>", "路由的名字 · name of a route")
    .argument(...target)
    .addHelpText("after", examples("unpair ci group:4C8F"))
    .action(async (route: string, name: string, given: OperateOptions) =>
      print(await runUnpair(route, name, given, env, Date.now)),
    );
}

function readState(state: string, before: readonly DeliveryState[]): readonly DeliveryState[] {
  const known = deliveryStates.find((each) => each === state);
  if (known) return [...before, known];
  throw new InvalidArgumentError(`有 there are: ${deliveryStates.join(", ")}`);
}

function readLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 1_000) return limit;
  throw new InvalidArgumentError("1–1000");
}
