import { posix } from "node:path";

/** Source files: path from the project's root to text. */
export type Files = Readonly<Record<string, string>>;

const pure = ["lib/verify", "lib/sources", "lib/render", "lib/policy", "lib/qq"] as const;
const pureMay = ["lib/model", "zod", "node:crypto"];

/** The one-way flow: what the files of a place may import besides each other. `type` before a name = its types only. */
const rules: Readonly<Record<string, readonly string[]>> = {
  "lib/model": ["zod"],
  ...Object.fromEntries(pure.map((place) => [place, pureMay])),
  "lib/ports.ts": ["type lib/model"],
  "lib/http": ["lib/model", "type lib/ports.ts", "type aws-lambda"],
  "lib/store": ["lib/model", "type lib/ports.ts", "@aws-sdk/client-dynamodb"],
  "lib/send": ["lib/model", "type lib/ports.ts", "lib/qq", "undici", "@smithy/*", "node:*"],
  lines: ["lib/model", "type lib/ports.ts", ...pure],
  "lib/log.ts": ["type lib/ports.ts"],
  "lib/metrics.ts": ["type lib/ports.ts"],
  "lib/config.ts": [],
  "lib/define-routes.ts": ["type lib/model", "type lib/sources"],
  wiring: ["lib/*", "lines", "@aws-sdk/client-dynamodb", "node:*"],
  "lib/links.ts": ["lib/model", "type lib/config.ts", "sst"],
  "lib/handler.ts": ["lib/http", "lib/model", "type lib/ports.ts", "type wiring", "@middy/core", "type aws-lambda"],
  "infra/routes.ts": ["type lib/model", "lib/define-routes.ts"],
  "infra/settings.ts": ["type lib/model"],
  infra: ["lib/model", "lib/sources", "infra/*"],
  functions: ["wiring", "lib/handler.ts", "lib/links.ts", "infra/*"],
  local: ["lib/*", "lines", "wiring", "infra", "infra/*", "*"],
  test: ["lib/*", "lines", "wiring", "infra", "infra/*", "local", "bench", "*"],
  bench: ["lib/*", "lines", "wiring", "infra", "infra/*", "local", "*"],
};

/** What is one place by its name: the wiring in its parts, and the lines, of which the commands are a folder. */
const places: readonly (readonly [pattern: RegExp, place: string])[] = [
  [/^lib\/compose(-[\w-]+)?\.ts$/, "wiring"],
  [/^lib\/(commands\/[\w-]+|[\w-]+)\.ts$/, "lines"],
];

/** The place whose rule a file is under: itself, what its path fits, or its folder. */
const placeOf = (file: string): string =>
  file in rules
    ? file
    : (places.find(([pattern]) => pattern.test(file))?.[1] ??
      file.split("/", file.startsWith("lib/") ? 2 : 1).join("/"));

type Import = { readonly specifier: string; readonly typeOnly: boolean };

const statement = /^(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/gm;

const importsOf = (text: string): readonly Import[] =>
  [...text.matchAll(statement)].map(([, type, stated, called]) => ({
    specifier: stated ?? called ?? "",
    typeOnly: type !== undefined,
  }));

/** `lib/*` is any place below lib/, `node:*` any module of Node, `*` any package. */
function fits(allowed: string, place: string, isFile: boolean): boolean {
  if (allowed === "*") return !isFile;
  if (allowed.endsWith("/*") || allowed.endsWith(":*")) return place.startsWith(allowed.slice(0, -1));
  return place === allowed || (!isFile && place.startsWith(`${allowed}/`));
}

function findBreach(file: string, { specifier, typeOnly }: Import): string | undefined {
  const own = placeOf(file);
  const isFile = specifier.startsWith(".");
  const place = isFile ? placeOf(posix.join(posix.dirname(file), specifier)) : specifier;
  const mayImport = rules[own] ?? [];
  const may =
    (isFile && place === own) ||
    mayImport.some((allowed) =>
      allowed.startsWith("type ") ? typeOnly && fits(allowed.slice(5), place, isFile) : fits(allowed, place, isFile),
    );
  if (may) return undefined;
  return `${file} imports ${typeOnly ? "a type of " : ""}${specifier}: ${own} may import ${mayImport.join(", ") || "nothing"}`;
}

/** Every import that goes against the flow, and every file that no rule is for. */
export const findBreaches = (files: Files): readonly string[] =>
  Object.entries(files).flatMap(([file, text]) =>
    placeOf(file) in rules
      ? importsOf(text).flatMap((each) => findBreach(file, each) ?? [])
      : [`${file} is in a place that no rule is for`],
  );

const surroundings =
  /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bperformance\.|\brandom(?:UUID|Bytes|Int)\b|\bgetRandomValues\b|\bset(?:Timeout|Interval|Immediate)\b|\bfetch\(|\bconsole\./g;

const commentLine = /^\s*(?:\/\/|\/\*|\*).*$/gm;

/** Where model, pure folders or lines read the clock, chance or the surroundings instead of being handed them. */
export const findReads = (files: Files): readonly string[] =>
  Object.entries(files)
    .filter(([file]) => ["lib/model", "lines", ...pure].includes(placeOf(file)))
    .flatMap(([file, text]) =>
      [...text.replaceAll(commentLine, "").matchAll(surroundings)].map(([read]) => `${file} reads ${read}`),
    );
