import { isObject } from "../base/is-object.ts";
import type { Said } from "../model/said.ts";
import { filterRule } from "./filter-rules.ts";
import { idRule } from "./id-rules.ts";
import { policyRule } from "./policy-rules.ts";
import { isCertified, type Known, type LooseRoute, namedSources, type Rule } from "./rule.ts";
import { show } from "./tell-issue.ts";
import { topicRule } from "./topic-rules.ts";

/** Names that the relay gives to its own parts in AWS, where capitals do not tell names apart: no secret may have one. */
export const reserved = "Relay Wake Events Sweep C2c Group Channel Dm QqAppId QqAppSecret App Net Door".split(" ");

const isReserved = (name: unknown): boolean =>
  typeof name === "string" && reserved.some((each) => each.toLowerCase() === name.toLowerCase());

const source: Rule = ({ source }, { sources }) => {
  const names: readonly unknown[] = [source].flat();
  return names.flatMap((name, at) => [
    typeof name === "string" &&
      !Object.hasOwn(sources, name) && {
        zh: `source ${show(name)} 不是 ${Object.keys(sources).join("、")} 之一`,
        en: `source ${show(name)} is none of ${Object.keys(sources).join(", ")}`,
      },
    names.indexOf(name) < at && {
      zh: `source[${at}] ${show(name)} 写了两次；请去掉一个`,
      en: `source[${at}] ${show(name)} is there already; take one of them away`,
    },
    name === "generic" &&
      at < names.length - 1 && {
        zh: `source[${at}] "generic" 什么都收，后面的来源就轮不到了；请把它放到最后`,
        en: `source[${at}] "generic" takes anything, so that those after it never would; move it to the end`,
      },
  ]);
};

/** How a route's senders prove themselves, where that has a name of its own. */
function schemeOf(route: LooseRoute, known: Known): unknown {
  const scheme = route.auth ?? known.sources[namedSources(route, known)[0] ?? ""]?.auth;
  return scheme === "dialect" ? undefined : scheme;
}

/** Whether no secret has a part in how the route's senders prove themselves. */
function needsNoSecret(route: LooseRoute, known: Known): boolean {
  const names = namedSources(route, known);
  return names.length > 0 && names.every((name) => isCertified(name, known));
}

const secret: Rule = (route, known) => {
  const { secret, open, auth } = route;
  const names: readonly unknown[] = secret === undefined ? [] : [secret].flat();
  const scheme = schemeOf(route, known);
  return [
    names.length === 0 && open !== true && !needsNoSecret(route, known) && noSecret(scheme),
    names.length > 0 &&
      open === true && {
        zh: "既有 secret 又有 open: true；请去掉一个",
        en: "has a secret and open: true; take one of them away",
      },
    auth !== undefined &&
      open === true && {
        zh: "有了 open: true，auth 就没有意义；请去掉一个",
        en: "auth means nothing beside open: true; take one of them away",
      },
    ...names.map(
      (name) =>
        isReserved(name) && {
          zh: `secret ${show(name)} 是中继自己用的名字；请换一个，例如 "CiSecret"`,
          en: `secret ${show(name)} is a name that the relay itself uses; choose another, for example "CiSecret"`,
        },
    ),
  ];
};

/** `dialect` is no scheme that a route may name. */
function noSecret(scheme: unknown): Said {
  const named = typeof scheme === "string" && scheme !== "dialect" ? scheme : undefined;
  return {
    zh: `没有写 secret${named ? `（auth 是 ${named}）` : ""}；写上发送方密钥的名字，例如 secret: "CiSecret"，或写 open: true 表示谁发来都收`,
    en: `secret is missing${named ? ` (auth is ${named})` : ""}; name the sender's secret, for example secret: "CiSecret", or say open: true to take anything from anybody`,
  };
}

const form: Rule = ({ form, scene, ark, template, buttons, fields, source }) => [
  form === "embed" &&
    (scene === "c2c" || scene === "group") && {
      zh: `form "embed" 只用于 channel 和 dm；${scene} 可用 text、markdown 和 ark`,
      en: `form "embed" is for scenes channel and dm; scene ${scene} takes text, markdown and ark`,
    },
  ark !== undefined && form !== "ark" && belongs('ark is the template of form "ark"', "ark", "ark", "it"),
  template !== undefined &&
    form !== "markdown" &&
    belongs('template is for form "markdown"', "template", "markdown", "it"),
  buttons !== undefined &&
    form !== "markdown" &&
    belongs('buttons stand below form "markdown"', "buttons", "markdown", "them"),
  fields !== undefined &&
    ![source].flat().includes("generic") && {
      zh: 'fields 只用于 source "generic"；其他来源自己认得字段',
      en: 'fields are for source "generic"; other sources know their own',
    },
];

const belongs = (en: string, field: string, form: string, it: string): Said => ({
  zh: `${field} 只用于 form "${form}"；请加上 form: "${form}"，或去掉 ${field}`,
  en: `${en}; add form: "${form}" or take ${it} away`,
});

const mention: Rule = ({ mention, scene, form, template }) =>
  mention === undefined
    ? []
    : [
        (scene === "c2c" || scene === "dm") && {
          zh: `mention 只用于 group 和 channel；${scene} 里没有别人可 @`,
          en: `mention is for scenes group and channel; in ${scene} there is nobody else to mention`,
        },
        (form === "ark" || form === "embed") && {
          zh: `mention 只用于 text 和 markdown；${form} 里不能 @ 人`,
          en: `mention is for forms text and markdown; an ${form} cannot mention`,
        },
        template !== undefined && {
          zh: "模板里没有放 mention 的地方；请去掉一个",
          en: "mention has no place in a template; take one of them away",
        },
      ];

const levels: Rule = ({ levels, source }) => [
  levels !== undefined &&
    [source].flat().every((name) => name === "github") && {
      zh: "levels 用于自带级别的发送方；GitHub 的事件没有级别：请去掉",
      en: "levels are for senders with levels of their own; GitHub's events have none: take them away",
    },
];

const pick: Rule = ({ pick, to }) => {
  if (!isObject(pick)) return [];
  const ids = Array.isArray(to)
    ? to.map((entry: unknown) => (isObject(entry) ? (Reflect.get(entry, "id") ?? Reflect.get(entry, "user")) : entry))
    : [];
  return Object.entries(pick).map(
    ([chat, id]: readonly [string, unknown]) =>
      typeof id === "string" &&
      /^\S+$/.test(id) &&
      !ids.includes(id) && {
        zh: `pick 的 ${show(chat)} 指向 ${show(id)}，而它不在 to 里；请把它写进 to（"bound" 不能和 pick 一起用）`,
        en: `pick ${show(chat)} leads to ${show(id)}, which is not in to; name it there ("bound" cannot be picked from)`,
      },
  );
};

const hasOwnAnswers = (route: LooseRoute, known: Known): boolean => {
  const names = namedSources(route, known);
  return names.length > 0 && names.every((name) => known.sources[name]?.dialect?.taken !== undefined);
};

const answer: Rule = (route, known) => [
  route.answer !== undefined &&
    hasOwnAnswers(route, known) && {
      zh: "answer 用于没有自己答法的来源；这个来源按对方的格式回答：请去掉",
      en: "answer is for sources without answers of their own; this one answers in its vendor's words: take it away",
    },
];

const headers: Rule = ({ headers, auth }) => [
  headers !== undefined &&
    auth !== "grafana" && {
      zh: 'headers 是 auth "grafana" 要读的请求头；请加上 auth: "grafana"，或去掉 headers',
      en: 'headers name what auth "grafana" reads; add auth: "grafana" or take them away',
    },
];

/** How the fields of a route must go together. */
export const routeRules = (route: LooseRoute, known: Known): readonly Said[] =>
  [source, secret, topicRule, idRule, filterRule, form, mention, levels, headers, pick, answer, policyRule]
    .flatMap((rule) => rule(route, known))
    .filter((fault) => fault !== false);
