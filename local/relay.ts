import { Command, Option } from "commander";
import { languages } from "../lib/model/language.ts";
import { sources } from "../lib/sources/index.ts";
import { type PreviewOptions, runPreview } from "./preview-command.ts";

const program = new Command("relay").description("qq-relay 的命令行 · command line of qq-relay");

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
  .addOption(new Option("--source <name>", "来源 · inbound format").choices(Object.keys(sources)).conflicts("route"))
  .option("--route <name>", "按这条路由的筛选和措辞 · by the filter and words of this route")
  .option("--routes <file>", "路由文件 · routes file (RELAY_ROUTES, infra/routes.ts)")
  .option("--settings <file>", "设置文件 · settings file (RELAY_SETTINGS, infra/settings.ts)")
  .addOption(new Option("--language <language>", "语言 · language").choices(languages))
  .option("--json", "输出 JSON · print JSON", false)
  .action(async (file: string, options: PreviewOptions) => {
    process.stdout.write(await runPreview(file, options, process.env, new Date()));
  });

await program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
