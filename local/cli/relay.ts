import { resolve } from "node:path";
import { Command, Option } from "commander";
import { languages } from "../../lib/model/language.ts";
import { sceneNames } from "../../lib/model/scene.ts";
import { sources } from "../../lib/sources/index.ts";
import { type PairingOptions, runBindings, runPair } from "./pairing-command.ts";
import { runBackup, runConsole, runReplay, runRestore, runSecrets } from "./operate-commands.ts";
import { type PreviewOptions, runPreview } from "./preview-command.ts";
import { type RoutesOptions, runRoutes } from "./routes-command.ts";
import type { ReachOptions } from "./reach-relay.ts";
import { loadEnv } from "../run/load-env.mjs";
import { tellDenied } from "../run/tell-denied.ts";

const program = new Command("relay").description("qq-relay 的命令行 · command line of qq-relay");

const routesFile = new Option("--routes <file>", "路由文件 · routes file (RELAY_ROUTES, infra/routes.ts)");
const settingsFile = new Option("--settings <file>", "设置文件 · settings file (RELAY_SETTINGS, infra/settings.ts)");
const relayUrl = new Option(
  "--url <url>",
  "本地运行的管理地址 · admin door of the relay (http://127.0.0.1:ADMIN_PORT)",
);
const routesExamples = `
例子 Examples:
  npm run relay -- routes
  npm run relay -- routes ci --secrets
  npm run relay -- routes --scene group --url https://abc123.lambda-url.ap-east-1.on.aws
`;
const relayTable = new Option("--table <name>", "AWS 上的表名 · the relay's table, for AWS").conflicts("url");

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
  .option("--json", "输出 JSON · print JSON", false)
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
  .addHelpText("after", routesExamples)
  .action(async (names: readonly string[], options: RoutesOptions) => {
    process.stdout.write(await runRoutes(names, options, process.env));
  });

program
  .command("pair")
  .description("生成一次性配对码，在 QQ 里绑定一条路由 · a one-time code that pairs a QQ chat with a route")
  .argument("<route>", '路由的名字，它的目标是 to: "bound" · name of a route whose targets are to: "bound"')
  .addOption(relayUrl)
  .addOption(relayTable)
  .addOption(routesFile)
  .action(async (route: string, options: PairingOptions) => {
    process.stdout.write(await runPair(route, options, process.env, Date.now));
  });

program
  .command("bindings")
  .description("列出在 QQ 里绑定的会话 · lists the QQ chats that were paired")
  .argument("[route]", "只看这条路由 · of this route only")
  .addOption(relayUrl)
  .addOption(relayTable)
  .addOption(routesFile)
  .action(async (route: string | undefined, options: PairingOptions) => {
    process.stdout.write(await runBindings(route, options, process.env, Date.now));
  });

program
  .command("secrets")
  .description("列出生成的密钥，填到发送方那里 · lists the secrets that were made, to give to senders")
  .addOption(routesFile)
  .action(async (options: { readonly routes?: string }) => {
    process.stdout.write(await runSecrets(options, process.env));
  });

program
  .command("console")
  .description("生成一个打开控制台的一次性链接 · makes a link that opens the console once")
  .addOption(relayUrl)
  .action(async (options: ReachOptions) => {
    process.stdout.write(await runConsole(options, process.env));
  });

program
  .command("replay")
  .description("重发没送达的（不确定、失败、过期） · sends again what was not told: unsure, failed, expired")
  .argument("<scene>", "c2c · group · channel · dm")
  .argument("<target>", "会话的 id · id of the conversation")
  .argument("[id]", "只重发这一条 · one delivery only")
  .addOption(relayUrl)
  .action(async (scene: string, target: string, id: string | undefined, options: ReachOptions) => {
    process.stdout.write(await runReplay({ scene, target, id }, options, process.env));
  });

program
  .command("backup")
  .description("中继运行时备份它的数据 · backs up the relay's data while it runs")
  .argument("<file>", "备份文件，不能已存在 · file to write, which must not exist yet")
  .addOption(relayUrl)
  .action(async (file: string, options: ReachOptions) => {
    process.stdout.write(await runBackup(file, options, process.env));
  });

program
  .command("restore")
  .description("中继停下时用备份恢复数据 · restores a backup while the relay stands still")
  .argument("<file>", "备份文件 · a file that backup wrote")
  .addOption(routesFile)
  .addOption(settingsFile)
  .action(async (file: string, options: { readonly routes?: string; readonly settings?: string }) => {
    process.stdout.write(await runRestore(file, options, process.env, Date.now));
  });

async function run(): Promise<void> {
  loadEnv(process.env);
  await program.parseAsync();
}

await run().catch((error: unknown) => {
  const told = tellDenied(error, resolve(process.env["RELAY_DATA"] || ".relay"));
  console.error(told instanceof Error ? told.message : told);
  process.exit(1);
});
