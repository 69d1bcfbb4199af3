import type { Env } from "../../lib/compose/env.ts";
import type { Form } from "../../lib/model/form.ts";
import type { Inbound } from "../../lib/model/inbound.ts";
import type { Language } from "../../lib/model/language.ts";
import { fitSource } from "../../lib/accept/called.ts";
import { topFields } from "../../lib/base/top-fields.ts";
import { isObject } from "../../lib/base/is-object.ts";
import { isRefusal } from "../../lib/model/refusal.ts";
import type { Routes } from "../../lib/model/route.ts";
import type { Source } from "../../lib/model/source.ts";
import { chooseSource } from "../../lib/policy/intake/choose-source.ts";
import { segmentsOf } from "../../lib/policy/intake/fit-path.ts";
import { type SourceName, sources } from "../../lib/sources/index.ts";
import { sourcesOf } from "../../lib/sources/of-route.ts";
import { type Preview, preview, type PreviewBody, type PreviewRoute } from "./preview.ts";
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
  const method = options.method?.toUpperCase() ?? "POST";
  const given: Inbound = {
    method,
    path: `/${options.route ?? "preview"}${(options.path ?? "").replace(/^(?=[^/])/, "/")}`,
    headers: Object.fromEntries(options.header.map(readHeader)),
    // Of a repeated name the first counts, as it does when it comes.
    query: Object.fromEntries([...new URLSearchParams(options.query)].toReversed()),
    // A GET has no body, and nobody types one.
    body: file === "-" && method === "GET" ? Buffer.alloc(0) : readInput(file, env),
    at: now,
  };
  const inbound = mayBeGithub(options, routes) ? withEvent(given) : given;
  const route = await chooseRoute(options, routes, inbound);
  const sent = withPath(inbound, route, options.path);
  const language = options.language ?? settings.language;
  const made = answeredAside(sent, route) ?? (await preview(sent, route, { ...settings, language }));
  if (isRefusal(made)) throw new Error(`${route.source}: ${made.message}`);
  return printed(inForm(made, route, options), options, showPreview);
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

const mayBeGithub = ({ source = "github", route }: PreviewOptions, routes: Routes): boolean =>
  source === "github" && (route === undefined || [routes[route]?.source].flat().includes("github"));

/** A push of GitHub's that was saved without its headers is told by what it holds. */
function withEvent(inbound: Inbound): Inbound {
  if (Object.keys(inbound.headers).some((name) => name.endsWith("-event"))) return inbound;
  const fields = topFields(inbound, Number.POSITIVE_INFINITY);
  return pushFields.every((name) => fields.has(name))
    ? { ...inbound, headers: { ...inbound.headers, "x-github-event": "push" } }
    : inbound;
}

const pushFields = ["ref", "commits", "pusher", "sender", "repository"];

function readHeader(header: string): readonly [string, string] {
  const [, name, value] = /^([^\s:]+):\s*(.*)$/.exec(header) ?? [];
  if (name === undefined || value === undefined)
    throw new Error(`--header "${header}" 要写成 'Name: value'\n--header "${header}" is not of the form 'Name: value'`);
  return [name.toLowerCase(), value];
}

/** A request that its source answers and tells nothing of: a client's look at who it is, a message that is taken back. */
function answeredAside(inbound: Inbound, { source }: PreviewRoute): Preview | undefined {
  const { dialect }: Source = sources[source];
  const isAside = dialect?.aside?.(inbound) !== undefined;
  return isAside ? { kind: "silent", event: source, reason: "it is only answered", faults: [] } : undefined;
}

/** The request with what its sender appends to the route's address, which has to be known to its source. */
function withPath(inbound: Inbound, { source }: PreviewRoute, path = ""): Inbound {
  const fitted = fitSource(sources[source], segmentsOf(path), inbound.method);
  if (typeof fitted !== "string") return { ...inbound, ...fitted };
  const call = `${inbound.method} …${path}`;
  throw new Error(`${source} 的发送方没有这样的请求：${call}\nno sender of ${source} calls ${call}`);
}

async function chooseRoute({ route, source }: PreviewOptions, routes: Routes, inbound: Inbound): Promise<PreviewRoute> {
  if (route === undefined) return { source: source ?? (await guessSource(inbound)) };
  const chosen = Object.hasOwn(routes, route) ? routes[route] : undefined;
  if (chosen === undefined) {
    const names = Object.keys(routes);
    throw new Error(
      `没有叫 ${route} 的路由；有 ${names.join("、")}\nThere is no route ${route}; there are ${names.join(", ")}`,
    );
  }
  const read = source ?? chooseSource(sourcesOf(chosen), inbound)?.name;
  return { ...chosen, source: read as SourceName };
}

/** What nobody named is told by the request: GitHub's or GitLab's header, a body of Grafana's or Alertmanager's, else anything. */
async function guessSource(inbound: Inbound): Promise<SourceName> {
  if (inbound.headers["x-github-event"] !== undefined) return "github";
  if (inbound.headers["x-gitlab-event"] !== undefined) return "gitlab";
  const parsed = (await sources.grafana.load()).parse(inbound, {});
  if (isRefusal(parsed)) return "generic";
  return isObject(parsed.body) && Object.hasOwn(parsed.body, "orgId") ? "grafana" : "alertmanager";
}
