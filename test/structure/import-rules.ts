import { posix } from "node:path";

/** Source files: path from the project's root to text. */
export type Files = Readonly<Record<string, string>>;

const pure = ["lib/verify", "lib/sources", "lib/render", "lib/policy", "lib/qq"] as const;
const lines = ["lib/accept", "lib/deliver", "lib/listen", "lib/sweep"] as const;
const nouns = ["lib/model", "lib/base"];
const ports = "type lib/ports.ts";

const alike = (rooms: readonly string[], may: readonly string[]) =>
  Object.fromEntries(rooms.map((room) => [room, may]));

/**
 * The one-way flow: what the files of a room may import besides each other. A room is a folder, or one file that has a
 * rule of its own. `type` before a name = its types only.
 */
const rules: Readonly<Record<string, readonly string[]>> = {
  "lib/model": ["zod"],
  "lib/base": [],
  ...alike(pure, [...nouns, "zod", "node:crypto"]),
  "lib/sources": [...nouns, "zod", "node:crypto", "markdown-it", "markdown-it-cjk-friendly", "entities"],
  "lib/config": [...nouns, "type lib/sources", "zod"],
  "lib/ports.ts": ["type lib/model"],
  ...alike([...lines, "lib/outbox"], [...nouns, ports, "lib/outbox", ...pure]),
  "lib/http": [...nouns, ports, "@middy/core", "type aws-lambda"],
  "lib/store": [...nouns, ports, "@aws-sdk/client-dynamodb", "undici", "@smithy/*", "node:*"],
  "lib/send": [...nouns, ports, "lib/qq", "undici", "@smithy/*", "node:*"],
  "lib/sns": [...nouns, ports, "sns-payload-validator", "node:*"],
  "lib/gateway": [...nouns, ports, "lib/qq", "ws", "node:*"],
  "lib/log": [...nouns, ports],
  "lib/compose": ["lib/*", "sst", "node:*"],
  "infra/routes.ts": ["type lib/model", "lib/config"],
  "infra/settings.ts": ["type lib/model"],
  infra: [...nouns, "lib/config", "lib/sources", "lib/policy", "infra/*"],
  functions: ["lib/compose", "lib/http", "infra/*"],
  simulator: ["*"],
  "local/plan": [...nouns, "infra/*", "local", "*"],
  local: ["lib/*", "infra", "infra/*", "simulator", "*"],
  bench: ["lib/*", "infra", "infra/*", "simulator", "local", "*"],
  test: ["lib/*", "infra", "infra/*", "simulator", "local", "local/plan", "bench", "*"],
};

/** The room whose rule a file is under: itself, a room within a room, or its folder. */
const roomOf = (file: string): string => {
  const [top = "", next = ""] = file.split("/");
  return [file, `${top}/${next}`].find((room) => room in rules) ?? (top === "lib" ? `${top}/${next}` : top);
};

type Import = { readonly specifier: string; readonly typeOnly: boolean };

const statement = /^(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/gm;

const importsOf = (text: string): readonly Import[] =>
  [...text.matchAll(statement)].map(([, type, stated, called]) => ({
    specifier: stated ?? called ?? "",
    typeOnly: type !== undefined,
  }));

/** `lib/*` is any room of lib/, `node:*` any module of Node, `*` any package. */
function fits(allowed: string, room: string, isFile: boolean): boolean {
  if (allowed === "*") return !isFile;
  if (allowed.endsWith("/*") || allowed.endsWith(":*")) return room.startsWith(allowed.slice(0, -1));
  return room === allowed || (!isFile && room.startsWith(`${allowed}/`));
}

function findBreach(file: string, { specifier, typeOnly }: Import): string | undefined {
  const own = roomOf(file);
  const isFile = specifier.startsWith(".");
  const room = isFile ? roomOf(posix.join(posix.dirname(file), specifier)) : specifier;
  const mayImport = rules[own] ?? [];
  const may =
    (isFile && room === own) ||
    mayImport.some((allowed) =>
      allowed.startsWith("type ") ? typeOnly && fits(allowed.slice(5), room, isFile) : fits(allowed, room, isFile),
    );
  if (may) return undefined;
  return `${file} imports ${typeOnly ? "a type of " : ""}${specifier}: ${own} may import ${mayImport.join(", ") || "nothing"}`;
}

/** Every import that goes against the flow, and every file that no rule is for. */
export const findBreaches = (files: Files): readonly string[] =>
  Object.entries(files).flatMap(([file, text]) =>
    roomOf(file) in rules
      ? importsOf(text).flatMap((each) => findBreach(file, each) ?? [])
      : [`${file} is in a room that no rule is for`],
  );

const surroundings =
  /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bperformance\.|\brandom(?:UUID|Bytes|Int)\b|\bgetRandomValues\b|\bset(?:Timeout|Interval|Immediate)\b|\bfetch\(|\bconsole\./g;

const commentLine = /^\s*(?:\/\/|\/\*|\*).*$/gm;

const unaware: readonly string[] = [...nouns, "lib/config", ...pure, ...lines, "lib/outbox"];

/** Where nouns, pure rooms or lines read the clock, chance or the surroundings instead of being handed them. */
export const findReads = (files: Files): readonly string[] =>
  Object.entries(files)
    .filter(([file]) => unaware.includes(roomOf(file)))
    .flatMap(([file, text]) =>
      [...text.replaceAll(commentLine, "").matchAll(surroundings)].map(([read]) => `${file} reads ${read}`),
    );

/** Every room with a rule, for the test that each of them bites. */
export const rooms: readonly string[] = Object.keys(rules);
