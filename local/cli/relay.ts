import { resolve } from "node:path";
import { Command, Option } from "commander";
import { forms } from "../../lib/model/form.ts";
import { languages } from "../../lib/model/language.ts";
import { sceneNames } from "../../lib/model/scene.ts";
import { sources } from "../../lib/sources/index.ts";
import { type DoctorOptions, runDoctor } from "./doctor-command.ts";
import { type PairingOptions, runBindings, runPair } from "./pairing-command.ts";
import { addOperations } from "./add-operations.ts";
import { type ConsoleOptions, runConsole } from "./console-command.ts";
import { exitCodes, exitOf } from "./failure.ts";
import { type ImportOptions, runImport } from "./import-command.ts";
import { runBackup, runRestore, runSecrets, type SecretsOptions } from "./operate-commands.ts";
import { examples, options as common } from "./options.ts";
import { type PreviewOptions, runPreview } from "./preview-command.ts";
import { type RoutesOptions, runRoutes } from "./routes-command.ts";
import type { ReachOptions } from "./reach-relay.ts";
import type { DeployedOptions } from "./deployed.ts";
import { loadEnv } from "../run/load-env.mjs";
import { stopInOrder } from "../run/stop-in-order.ts";
import { tellDenied } from "../run/tell-denied.ts";
import { readVersion } from "../run/version.ts";

const program = new Command("relay").description("qq-relay 的命令行 · command line of qq-relay").version(readVersion());

// A command that was written wrongly is told apart from one that was refused.
program.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : exitCodes.usage));
program.showHelpAfterError("用法看 · see: npm run relay -- <命令 command> --help");

const { routes: routesFile, settings: settingsFile, url: relayUrl, table: relayTable, stage, json } = common;

program
  .command("preview")
  .description("看看一条 webhook 会变成什么样的 QQ 消息，不发送 · what a webhook would become in QQ; sends nothing")
  .argument("[file]", "webhook 的正文；- 是标准输入 · body of the webhook; - is standard input", "-")
  .option(
    "-H, --header <header>",
    "请求头，可重复 · header of the request, repeatable: 'X-GitHub-Event: push'",
    (header: string, before: readonly string[]) => [...before, header],
    [],
  )
  .option("--method <method>", "请求方法 · method of the request", "POST")
  .option("--path <path>", "路由地址后面的路径 · what stands after the route's address: /send_msg")
  .option("--query <query>", "查询串 · query of the request: 'title=hi&level=error'")
  .addOption(new Option("--source <name>", "来源 · inbound format").choices(Object.keys(sources)).conflicts("route"))
  .option("--route <name>", "按这条路由的筛选和措辞 · by the filter and words of this route")
  .addOption(routesFile)
  .addOption(settingsFile)
  .addOption(new Option("--language <language>", "语言 · language").choices(languages))
  .addOption(
    new Option("--form <form>", "看哪种形式（默认路由自己的） · which form (default: the route's own)").choices([
      ...forms,
      "all",
    ]),
  )
  .addOption(json)
  .addHelpText(
    "after",
    examples("preview local/sample-push.json", "preview local/sample-push.json --route ci --form all"),
  )
  .action(async (file: string, options: PreviewOptions) => {
    process.stdout.write(await runPreview(file, options, process.env, new Date()));
  });

program
  .command("routes")
  .description("每条路由在发送方那里填什么、点哪里 · what to enter at the sender of each route, and what to click")
  .argument("[route...]", "只看这些路由 · of these routes only")
  .option(
    "--url <base>",
    "发送方看到的地址：某个场景的函数 URL，或场景前面的地址 · the relay's address as senders see it: a scene's function URL, or what stands before the scene",
  )
  .addOption(new Option("--scene <scene>", "只看这个场景的 · of this scene only").choices(sceneNames))
  .addOption(routesFile)
  .option("--secrets", "显示密钥的值 · show the values of secrets", false)
  .option("--json", "输出 JSON · print JSON", false)
  .addHelpText(
    "after",
    examples("routes", "routes ci --secrets", "routes --scene group --url https://abc123.lambda-url.ap-east-1.on.aws"),
  )
  .action(async (names: readonly string[], options: RoutesOptions) => {
    process.stdout.write(await runRoutes(names, options, process.env));
  });

program
  .command("pair")
  .description("生成一次性配对码，在 QQ 里绑定一条路由 · a one-time code that pairs a QQ chat with a route")
  .argument("<route>", '路由的名字，它的目标是 to: "bound" · name of a route whose targets are to: "bound"')
  .addOption(relayUrl)
  .addOption(relayTable)
  .addOption(stage)
  .addOption(routesFile)
  .addOption(json)
  .addHelpText("after", examples("pair ci", "pair ci --stage production"))
  .action(async (route: string, options: PairingOptions) => {
    process.stdout.write(await runPair(route, options, process.env, Date.now));
  });

program
  .command("bindings")
  .description("列出在 QQ 里绑定的会话 · lists the QQ chats that were paired")
  .argument("[route]", "只看这条路由 · of this route only")
  .option("--full", "显示完整的 id · whole ids")
  .addOption(relayUrl)
  .addOption(relayTable)
  .addOption(stage)
  .addOption(routesFile)
  .addOption(json)
  .addHelpText("after", examples("bindings", "bindings ci --full"))
  .action(async (route: string | undefined, options: PairingOptions) => {
    process.stdout.write(await runBindings(route, options, process.env, Date.now));
  });

program
  .command("secrets")
  .description("列出生成的密钥，填到发送方那里 · lists the secrets that were made, to give to senders")
  .addOption(relayTable)
  .addOption(stage)
  .addOption(routesFile)
  .addOption(json)
  .addHelpText("after", examples("secrets"))
  .action(async (options: SecretsOptions) => {
    process.stdout.write(await runSecrets(options, process.env));
  });

program
  .command("doctor")
  .description(
    "检查哪里不对、怎么修：机器人、白名单、路由、事件、时钟、磁盘…… · what is wrong, and its fix; writes nothing",
  )
  .option(
    "--callback <url>",
    "QQ 开放平台里填的回调地址 · QQ's callback address, as its console has it (RELAY_CALLBACK_URL)",
  )
  .addOption(relayUrl)
  .addOption(relayTable)
  .addOption(stage)
  .addOption(routesFile)
  .addOption(settingsFile)
  .addOption(json)
  .addHelpText(
    "after",
    `\n退出码 Exit code: 0 没有问题（可能有提醒 · warnings apart）, 1 有问题 · something is wrong\n${examples(
      "doctor",
      "doctor --callback https://relay.example.com/events",
      "doctor --table qq-relay-production-RelayTable-abcd --json",
    )}`,
  )
  .action(async (options: DoctorOptions) => {
    const { text, exitCode } = await runDoctor(options, process.env);
    process.stdout.write(text);
    process.exitCode = exitCode;
  });

program
  .command("console")
  .description(
    "打开控制台的一次性链接；部署好的中继由这个命令提供页面 · a link that opens the console once; of a deployed relay it is served from here",
  )
  .addOption(relayUrl)
  .addOption(relayTable)
  .addOption(stage)
  .addOption(routesFile)
  .addOption(settingsFile)
  .option("--port <port>", "部署好的中继：本机的端口（默认任意） · for a deployed relay: port of this machine (any)")
  .addOption(json)
  .addHelpText("after", examples("console", "console --stage production"))
  .action(async (options: ConsoleOptions) => {
    const { text, served } = await runConsole(options, process.env, Date.now);
    process.stdout.write(text);
    if (served) stopInOrder(() => Promise.resolve(served.stop()), tellEnd);
  });

program
  .command("backup")
  .description("中继运行时备份它的数据 · backs up the relay's data while it runs")
  .argument("<file>", "备份文件，不能已存在 · file to write, which must not exist yet")
  .addOption(relayUrl)
  .addOption(relayTable)
  .addOption(stage)
  .addOption(json)
  .addHelpText("after", examples("backup 2026-12-01.sqlite", "backup 2026-12-01.sqlite --stage production"))
  .action(async (file: string, options: ReachOptions & DeployedOptions & { readonly json?: boolean }) => {
    process.stdout.write(await runBackup(file, options, process.env, Date.now));
  });

program
  .command("restore")
  .description("中继停下时用备份恢复数据 · restores a backup while the relay stands still")
  .argument("<file>", "备份文件 · a file that backup wrote")
  .addOption(routesFile)
  .addOption(settingsFile)
  .addOption(json)
  .addHelpText("after", examples("restore 2026-12-01.sqlite"))
  .action(async (file: string, options: Parameters<typeof runRestore>[1]) => {
    process.stdout.write(await runRestore(file, options, process.env, Date.now));
  });

program
  .command("import")
  .description("把备份导入部署好的表 · puts a backup into a deployed table")
  .argument("<file>", "备份文件 · a file that backup wrote")
  .addOption(relayTable)
  .addOption(stage)
  .option("--over", "表里已有东西也导入：上次中断了 · though the table is not empty: an import was interrupted")
  .addOption(routesFile)
  .addOption(settingsFile)
  .addOption(json)
  .addHelpText("after", examples("import 2026-12-01.sqlite --stage production"))
  .action(async (file: string, options: ImportOptions) => {
    process.stdout.write(await runImport(file, options, process.env, Date.now));
  });

addOperations(program);

async function run(): Promise<void> {
  loadEnv(process.env);
  await program.parseAsync();
}

await run().catch(tellEnd);

function tellEnd(error: unknown): never {
  const told = tellDenied(error, resolve(process.env["RELAY_DATA"] || ".relay"));
  console.error(told instanceof Error ? told.message : told);
  process.exit(exitOf(told));
}
