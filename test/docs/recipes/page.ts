import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import type { Inbound } from "../../../lib/model/inbound.ts";
import type { Language } from "../../../lib/model/language.ts";
import type { Route } from "../../../lib/model/route.ts";
import type { WireBody } from "../../../lib/qq/wire.ts";
import type { SourceName } from "../../../lib/sources/index.ts";
import { runPreview } from "../../../local/cli/preview-command.ts";
import { showOnPhone } from "../../../local/cli/phone.ts";
import { root } from "../../structure/project-files.ts";
import { type Part, partsOf } from "../markdown.ts";

/** The pages of the ten commonest senders. */
export const pages: Readonly<Record<Language, string>> = { en: "docs/recipes.md", zh: "docs/recipes.zh-CN.md" };

/** One recipe: its heading, the route to paste as it is written and read, and its other blocks. */
export type Recipe = {
  readonly title: string;
  readonly name: string;
  readonly written: string;
  readonly route: Route<SourceName>;
  readonly blocks: readonly Extract<Part, { readonly kind: "code" }>[];
};

/** The recipes of a page: sections of the second level with a route in TypeScript. */
export function recipesOf(text: string): readonly Recipe[] {
  const sections = text.split(/^(?=## )/m).filter((section) => section.startsWith("## "));
  return sections.flatMap((section) => {
    const parts = partsOf(section);
    const blocks = parts.filter((part) => part.kind === "code");
    const [heading] = parts;
    const code = blocks.find(({ language }) => language === "ts");
    if (!code || heading?.kind !== "heading") return [];
    const [entry] = Object.entries(runInNewContext(`({${code.text}})`) as Record<string, Route<SourceName>>);
    return entry ? [{ title: heading.title, name: entry[0], written: code.text, route: entry[1], blocks }] : [];
  });
}

const place = /(<!-- box: (\S+) -->\n)[\s\S]*?(<!-- end -->)/g;

/**
 * A page with its boxes as `relay preview` shows them now: `<!-- box: FILE -->` … `<!-- end -->`. FILE is a request that the project keeps;
 * `curl` is what the section's own command posts, `rest_command` what its templates make of its own data.
 */
export async function fillPage(text: string, language: Language): Promise<string> {
  const sections = text.split(/^(?=## )/m);
  const filled = await Promise.all(sections.map((section) => fillSection(section, language)));
  return filled.join("");
}

async function fillSection(section: string, language: Language): Promise<string> {
  const [recipe] = recipesOf(section);
  const found = [...section.matchAll(place)];
  if (recipe === undefined || found.length === 0) return section;
  const boxes = await Promise.all(found.map(([, , of = ""]) => boxOf(requestOf(of, recipe), recipe, language)));
  let at = 0;
  return section.replace(place, (_, open: string, _of: string, end: string) => {
    at += 1;
    return `${open}\n\`\`\`\n${boxes[at - 1]}\n\`\`\`\n\n${end}`;
  });
}

type Request = Pick<Partial<Inbound>, "method" | "path" | "headers"> & { readonly body: string };

type Told = {
  readonly kind: "told";
  readonly bodies: readonly { readonly form: string; readonly scenes: readonly string[]; readonly body: WireBody }[];
};

/** What the command prints for the route as the page has it, and of that the message as a phone shows it. */
async function boxOf(request: Request, { name, written, route }: Recipe, language: Language): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "recipe-"));
  const [body, routes] = [join(folder, "body"), join(folder, "routes.mjs")];
  writeFileSync(body, request.body);
  writeFileSync(routes, `export const routes = {${written}};`);
  const { method, path, headers = {} } = request;
  const options = {
    header: Object.entries(headers).map(([header, value]) => `${header}: ${value}`),
    route: name,
    routes,
    language,
    ...(method !== undefined && { method }),
    ...(path !== undefined && { path }),
    json: true,
  };
  const made = JSON.parse(await runPreview(body, options, {}, new Date("2026-11-21T20:00:00Z"))) as
    | Told
    | { kind: "silent" };
  rmSync(folder, { recursive: true });
  if (made.kind === "silent") throw new Error(`${name} says nothing`);
  const { form = "text", scene } = route;
  const sent = made.bodies.find((each) => each.form === form && each.scenes.includes(scene));
  if (!sent) throw new Error(`${name}: no message in ${scene}`);
  return showOnPhone(sent.body);
}

/** The request that a box is of. GitHub's push is kept as its body alone. */
function requestOf(of: string, recipe: Recipe): Request {
  if (of === "curl") return { body: JSON.stringify(postedBy(recipe)) };
  if (of === "rest_command") return { body: renderedBy(recipe) };
  const kept = JSON.parse(readFileSync(join(root, of), "utf8")) as object;
  if (!("headers" in kept)) return { body: JSON.stringify(kept) };
  const { body, ...request } = kept as Omit<Request, "body"> & { readonly body: unknown };
  return { ...request, body: JSON.stringify(body) };
}

/** The body of the section's command with curl. */
function postedBy({ blocks }: Recipe): unknown {
  const command = blocks.find(({ language }) => language === "sh")?.text ?? "";
  const [, body = ""] = /-d '(\{.*?\})'/s.exec(command) ?? [];
  return JSON.parse(body);
}

/** Home Assistant's template of a `rest_command`, filled with the data of the action below it. */
function renderedBy({ blocks }: Recipe): string {
  const [command = "", action = ""] = blocks.filter(({ language }) => language === "yaml").map(({ text }) => text);
  const [, payload = ""] = /payload: '(.*)'/.exec(command) ?? [];
  const data = Object.fromEntries([...action.matchAll(/^ +(\w+): "(.*)"$/gm)].map(([, name, value]) => [name, value]));
  return payload.replaceAll(
    /\{\{ (\w+)(?: \| default\("(\w+)"\))? \| tojson \}\}/g,
    (_, name: string, fallback?: string) => JSON.stringify(data[name] ?? fallback ?? null),
  );
}
