import { parseArgs } from "node:util";
import { options, type OptionName } from "./options.ts";

/** What was asked for; a fault says in both languages what is wrong and what there is. */
export type Asked =
  | { readonly kind: "help" | "version" }
  | { readonly kind: "fault"; readonly message: string }
  | ({ readonly kind: "start" } & Start);

export type Start = {
  readonly port: number;
  readonly appId: string;
  readonly appSecret: string;
  readonly eventsUrl: string | undefined;
  readonly hosts: readonly string[];
};

const names = Object.keys(options) as readonly OptionName[];
const known = [...names, "help", "version"];

const fault = (message: string): Asked => ({ kind: "fault", message });

/** Reads the command line and the environment; an empty variable is none. */
export function readArguments(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Asked {
  const { tokens } = parseArgs({
    args: [...args],
    options: {
      ...Object.fromEntries(names.map((name) => [name, { type: "string" as const }])),
      help: { type: "boolean", short: "h" },
      version: { type: "boolean", short: "v" },
    },
    strict: false,
    tokens: true,
  });
  const given = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === "positional") return unknown(token.value);
    if (token.kind !== "option") continue;
    if (!known.includes(token.name)) return unknown(token.rawName);
    if (token.name === "help" || token.name === "version") return { kind: token.name };
    if (!token.value || (!token.inlineValue && token.value.startsWith("-")))
      return fault(`${token.rawName} 后面缺少值 / ${token.rawName} has no value`);
    given.set(token.name, token.value);
  }
  return start((name) => given.get(name) ?? (env[options[name].variable] || options[name].usual));
}

function start(valueOf: (name: OptionName) => string): Asked {
  const [port, callback] = [valueOf("port"), valueOf("callback")];
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    return fault(`SIM_PORT (--port) 不是端口号 / SIM_PORT (--port) is not a port: ${port}`);
  if (callback !== "" && !/^https?:\/\/./.test(callback))
    return fault(
      `RELAY_EVENTS_URL (--callback) 不是 http(s) 地址 / RELAY_EVENTS_URL (--callback) is no http(s) address: ${callback}`,
    );
  return {
    kind: "start",
    port: Number(port),
    appId: valueOf("app-id"),
    appSecret: valueOf("app-secret"),
    eventsUrl: callback || undefined,
    hosts: valueOf("hosts")
      .split(/[\s,]+/)
      .filter(Boolean),
  };
}

/** Names what was misspelt, and what comes nearest to it. */
function unknown(written: string): Asked {
  const near = nearest(written.replace(/^-+/, ""));
  const all = known.map((name) => `--${name}`).join(", ");
  const hint = near === undefined ? "" : `；是 --${near} 吗 / did you mean --${near}?`;
  return fault(`没有 ${written} 这个选项 / there is no ${written}${hint}\n${all}`);
}

/** The known name that takes the fewest changes of a letter; none where it would take more than two. */
function nearest(written: string): string | undefined {
  const [best] = known
    .map((name) => ({ name, changes: changesBetween(written, name) }))
    .toSorted((a, b) => a.changes - b.changes);
  return best && best.changes <= 2 ? best.name : undefined;
}

/** Letters to put in, take out or exchange (Levenshtein). */
function changesBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of Array.from(a).entries()) {
    const next = [i + 1];
    for (const [j, other] of Array.from(b).entries())
      next.push(Math.min((row[j] ?? 0) + (letter === other ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    row = next;
  }
  return row.at(-1) ?? 0;
}
