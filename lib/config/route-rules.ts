import type { AuthScheme } from "../model/auth.ts";
import type { Route } from "../model/route.ts";
import { show } from "./tell-issue.ts";

/** A route that may be faulty in any field; a rule looks only at what it needs, so that all faults are told at once. */
export type LooseRoute = Readonly<Partial<Record<keyof Route, unknown>>>;

export type Known = { readonly sources: Readonly<Record<string, { readonly auth: AuthScheme }>> };

/** Names that the relay gives to its own parts in AWS, where capitals do not tell names apart: no secret may have one. */
export const reserved = "Relay Wake Events Sweep C2c Group Channel Dm QqAppId QqAppSecret App Net".split(" ");

const isReserved = (name: unknown): boolean =>
  typeof name === "string" && reserved.some((each) => each.toLowerCase() === name.toLowerCase());

type Rule = (route: LooseRoute, known: Known) => readonly (string | false)[];

const source: Rule = ({ source }, { sources }) => [
  typeof source === "string" &&
    !Object.hasOwn(sources, source) &&
    `source ${show(source)} is none of ${Object.keys(sources).join(", ")}`,
];

const secret: Rule = ({ source, secret, open, auth }, { sources }) => {
  const names: readonly unknown[] = secret === undefined ? [] : [secret].flat();
  const scheme = auth ?? schemeOf(source, sources);
  return [
    names.length === 0 &&
      open !== true &&
      `secret is missing${typeof scheme === "string" ? ` (auth is ${scheme})` : ""}; name the sender's secret, for example secret: "CiSecret", or say open: true to take anything from anybody`,
    names.length > 0 && open === true && "has a secret and open: true; take one of them away",
    auth !== undefined && open === true && "auth means nothing beside open: true; take one of them away",
    ...names.map(
      (name) =>
        isReserved(name) &&
        `secret ${show(name)} is a name that the relay itself uses; choose another, for example "CiSecret"`,
    ),
  ];
};

const schemeOf = (source: unknown, sources: Known["sources"]): AuthScheme | undefined =>
  typeof source === "string" && Object.hasOwn(sources, source) ? sources[source]?.auth : undefined;

const to: Rule = ({ scene, to }) => {
  if (!Array.isArray(to)) return [];
  const list: readonly unknown[] = to;
  const names = list.map((entry) => JSON.stringify(entry));
  return list.flatMap((entry, index) => [
    repeated(names, index),
    ...(typeof entry !== "object" || entry === null
      ? []
      : [
          "user" in entry && scene !== "dm" && `to[${index}] has a user, which only scene dm takes; give the id alone`,
          !("user" in entry) &&
            "guild" in entry &&
            scene !== "channel" &&
            `to[${index}] has a guild beside an id, which only scene channel takes; give the id alone`,
        ]),
  ]);
};

function repeated(names: readonly string[], index: number): string | false {
  const first = names.findIndex((name) => name === names[index]);
  return first < index && `to[${index}] repeats to[${first}]; take one of them away`;
}

const form: Rule = ({ form, scene, ark, template, buttons, fields, source }) => [
  form === "embed" &&
    (scene === "c2c" || scene === "group") &&
    `form "embed" is for scenes channel and dm; scene ${scene} takes text, markdown and ark`,
  ark !== undefined && form !== "ark" && 'ark is the template of form "ark"; add form: "ark" or take it away',
  template !== undefined &&
    form !== "markdown" &&
    'template is for form "markdown"; add form: "markdown" or take it away',
  buttons !== undefined &&
    form !== "markdown" &&
    'buttons stand below form "markdown"; add form: "markdown" or take them away',
  fields !== undefined && source !== "generic" && 'fields are for source "generic"; other sources know their own',
];

const mention: Rule = ({ mention, scene, form, template }) =>
  mention === undefined
    ? []
    : [
        (scene === "c2c" || scene === "dm") &&
          `mention is for scenes group and channel; in ${scene} there is nobody else to mention`,
        (form === "ark" || form === "embed") && `mention is for forms text and markdown; an ${form} cannot mention`,
        template !== undefined && "mention has no place in a template; take one of them away",
      ];

const levels: Rule = ({ levels, source }) => [
  levels !== undefined &&
    source === "github" &&
    "levels are for senders with levels of their own; GitHub's events have none: take them away",
];

const headers: Rule = ({ headers, auth }) => [
  headers !== undefined &&
    auth !== "grafana" &&
    'headers name what auth "grafana" reads; add auth: "grafana" or take them away',
];

/** How the fields of a route must go together. */
export const routeRules = (route: LooseRoute, known: Known): readonly string[] =>
  [source, secret, to, form, mention, levels, headers]
    .flatMap((rule) => rule(route, known))
    .filter((fault) => fault !== false);
