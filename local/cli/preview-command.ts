import type { Env } from "../../lib/compose/env.ts";
import type { Form } from "../../lib/model/form.ts";
import type { Inbound } from "../../lib/model/inbound.ts";
import type { Language } from "../../lib/model/language.ts";
import type { Route, Routes } from "../../lib/model/route.ts";
import type { SourceName } from "../../lib/sources/index.ts";
import { type MadePreview, makePreview } from "../operate/preview/make-preview.ts";
import type { Preview, PreviewBody, PreviewRoute } from "../operate/preview/preview-as.ts";
import { toInbound } from "../operate/preview/request.ts";
import { readConfiguration } from "../run/read-configuration.ts";
import { printed } from "./printed.ts";
import { showPreview } from "./show-preview.ts";
import { readInput } from "./read-input.ts";

export type PreviewOptions = {
  /** `Name: value` each. */
  readonly header: readonly string[];
  readonly source?: SourceName;
  /** Of a sender that speaks a dialect: its method (`POST` by default), what it appends to the route's address, and its query. */
  readonly method?: string;
  readonly path?: string;
  readonly query?: string;
  readonly route?: string;
  readonly routes?: string;
  readonly settings?: string;
  readonly language?: Language;
  /** Which form is shown; default: the route's own. JSON has all, unless one is named. */
  readonly form?: Form | "all";
  readonly json: boolean;
};

/** `relay preview`: what to print. Throws one sentence when the webhook would be refused or an option is wrong. */
export async function runPreview(file: string, options: PreviewOptions, env: Env, now: Date): Promise<string> {
  const { routes, settings } = await readConfiguration(options, env);
  const { path } = options;
  const route = options.route === undefined ? undefined : findNamed(options.route, routes);
  const inbound = readRequest(file, options, env, now);
  const language = options.language ?? settings.language;
  const made = await makePreview(inbound, { route, source: options.source }, path, { ...settings, language });
  if (made.kind === "refused") throw new Error(tellRefused(made));
  return printed(inForm(made.preview, made.route, options), options, showPreview);
}

function readRequest(file: string, options: PreviewOptions, env: Env, at: Date): Inbound {
  const method = options.method?.toUpperCase() ?? "POST";
  const { path, query } = options;
  return {
    ...toInbound(
      { ...(path !== undefined && { path }), ...(query !== undefined && { query }) },
      options.route ?? "preview",
      at,
    ),
    method,
    headers: Object.fromEntries(options.header.map(readHeader)),
    // A GET has no body, and nobody types one.
    body: file === "-" && method === "GET" ? Buffer.alloc(0) : readInput(file, env),
  };
}

/** English and Chinese, a line each where the relay's own sentence has both. */
const tellRefused = ({ route, message }: Extract<MadePreview, { readonly kind: "refused" }>): string =>
  `${route.source}: ${message}`;

function findNamed(name: string, routes: Routes): Route {
  const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
  if (route) return route;
  const names = Object.keys(routes);
  throw new Error(
    `没有叫 ${name} 的路由；有 ${names.join("、")}\nThere is no route ${name}; there are ${names.join(", ")}`,
  );
}

/** What is shown of it: the form that the route's notices go out by, or the one that was asked for. */
function inForm(made: Preview, route: PreviewRoute, { form, json }: PreviewOptions): Preview {
  const shown = form ?? (json ? "all" : (route.form ?? "text"));
  if (made.kind === "silent" || shown === "all") return made;
  const { scene } = route;
  const isShown = (body: PreviewBody): boolean =>
    body.form === shown && (scene === undefined || body.scenes.includes(scene));
  return { ...made, bodies: made.bodies.filter(isShown) };
}

function readHeader(header: string): readonly [string, string] {
  const [, name, value] = /^([^\s:]+):\s*(.*)$/.exec(header) ?? [];
  if (name === undefined || value === undefined)
    throw new Error(`--header "${header}" 要写成 'Name: value'\n--header "${header}" is not of the form 'Name: value'`);
  return [name.toLowerCase(), value];
}
