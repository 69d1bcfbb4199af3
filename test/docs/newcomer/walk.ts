import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../structure/project-files.ts";
import type { Person } from "./person.ts";
import { blockOf, type Sections } from "./sections.ts";

/** What the path needs to know besides the documents. */
export type Walk = {
  readonly person: Person;
  /** The clone. */
  readonly folder: string;
  readonly readme: Sections;
  readonly realBot: Sections;
  /** This machine's ports in place of the documents'. */
  readonly here: (text: string) => string;
  /** Whether what is installed is taken from this checkout, in place of `npm ci`. */
  readonly linked: boolean;
};

/** Sections of the README and of the page on a real bot, by their place. */
const readmeAt = { tryIt: 0, own: 1 } as const;
const realBotAt = { routes: 5, wrong: 9, rehearse: 10 } as const;

/** Commands of a block, each by itself. */
const linesOf = (block: string): readonly string[] =>
  block
    .replaceAll(/\\\n\s*/g, "")
    .split("\n")
    .flatMap((line) => line.replaceAll(/("[^"]*"|'[^']*')|(?:^|\s)#.*$/g, "$1").split(" && "))
    .map((line) => line.trim())
    .filter(Boolean);

const nothing = (what: string, said: string): never => {
  throw new Error(`${what}:\n${said}`);
};

/** From a clone to a digest in QQ, by what the documents say. */
export async function walk(given: Walk): Promise<void> {
  await tryIt(given);
  await ownRoutes(given);
  await realBot(given);
}

async function tryIt({ person, folder, readme, here, linked }: Walk): Promise<void> {
  const codes = readme.of(readmeAt.tryIt);
  const [install = "", start = ""] = linesOf(blockOf(codes, "sh", 0));
  await person.step(linked ? `${install} (linked)` : install, async () => {
    if (linked) symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    else await person.run(install);
  });
  await person.step(`${start}, and the first message in QQ`, async () => {
    const relay = await person.open(start, /^ready$/m);
    for (const line of blockOf(codes, "", 0)
      .split("\n")
      .filter((line) => line.startsWith("│"))
      .slice(1, 3))
      if (!relay.said().includes(line)) nothing(`the start does not show ${line}`, relay.said());
    for (const at of [1, 2, 3]) {
      for (const command of linesOf(blockOf(codes, "sh", at))) {
        const secret = /MeSecret=(\S+)/.exec(relay.said())?.[1] ?? "";
        const said = await person.run(here(command.replace("$MeSecret", secret)));
        if (at < 3 && !/sent|pending/.test(said)) nothing(`${command} told nobody`, said);
      }
    }
    await relay.end();
  });
}

async function ownRoutes({ person, folder, readme }: Walk): Promise<void> {
  const codes = readme.of(readmeAt.own);
  await person.step("a payload of one's own, previewed", async () => {
    writeFileSync(
      join(folder, "mine.json"),
      JSON.stringify({ title: "Rack 3 is warm", text: "34 °C", level: "warning" }),
    );
    const [preview = ""] = linesOf(blockOf(codes, "sh", 0));
    const said = await person.run(preview.replace("local/sample-push.json", "mine.json"));
    if (!said.includes("│ ⚠️ Rack 3 is warm\n│ 34 °C")) nothing("the preview does not show it", said);
  });
  await person.step("routes of one's own", async () => {
    writeFileSync(join(folder, "infra", "routes.ts"), blockOf(codes, "ts"));
    const relay = await person.open("npm start", /^ready$/m);
    const said = await person.run(blockOf(codes, "sh", 1).trim());
    if (!/GithubSecret/.test(said)) nothing("the routes are not printed", said);
    await relay.end();
  });
}

async function realBot({ person, folder, realBot, here }: Walk): Promise<void> {
  const codes = realBot.of(realBotAt.rehearse);
  const say = (at: number, line: number): string => linesOf(blockOf(codes, "sh", at))[line] ?? "";
  await person.step("a bot: the simulator in QQ's place", async () => {
    writeFileSync(join(folder, ".env"), here(blockOf(codes, "ini")));
    writeFileSync(join(folder, "infra", "routes.ts"), blockOf(realBot.of(realBotAt.routes), "ts"));
    await person.open(say(0, 0), /http:\/\/127\.0\.0\.1:\d+/);
    const relay = await person.open("npm start", /^ready$/m);
    await until(relay.said, /state=connected/);
    const said = await person.run(blockOf(realBot.of(realBotAt.wrong), "sh").trim());
    if (!/faults: 0\b/.test(said)) nothing("doctor finds a fault", said);
  });
  await person.step("paired", async () => {
    const [, code = ""] = /\/bind (\w{8})/.exec(await person.run(say(1, 0))) ?? [];
    await person.run(here(say(1, 1)).replace("ABCD2345", code));
    await until(async () => person.run("npm run -s relay -- bindings"), /U1/);
  });
  await person.step("the quota used up", async () => {
    for (let sends = 1; ; sends += 1) {
      const said = await person.run(say(2, 0));
      if (/^pending/m.test(said) && /quota/.test(said)) break;
      if (sends > 15) nothing("the quota has no end", said);
    }
    for (const _ of "123") await person.run(say(2, 0));
    const said = await person.run(say(2, 1));
    if (!/held: 4\b/.test(said)) nothing("four are not held", said);
  });
  await person.step("someone speaks, and the digest comes", async () => {
    await person.run(here(say(3, 0)));
    const messages = await until(async () => person.run(here(say(3, 1))), /📬/);
    const told =
      (JSON.parse(messages) as readonly { readonly body: { readonly content?: string } }[]).at(-1)?.body.content ?? "";
    if ((told.match(/🚨/g) ?? []).length !== 4) nothing("the digest does not tell all four", told);
  });
}

/** Looks until it is there, for ten seconds; what was seen. */
async function until(look: () => string | Promise<string>, wanted: RegExp): Promise<string> {
  for (const since = performance.now(); ;) {
    const seen = await look();
    if (wanted.test(seen)) return seen;
    if (performance.now() - since > 10_000) nothing(`${wanted.source} never came`, seen);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
