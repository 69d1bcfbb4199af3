import * as z from "zod";
import type { Language } from "../../model/language.ts";
import type { Level } from "../../model/level.ts";
import { isObject } from "../../base/is-object.ts";
import { readLevel } from "../levels/read-level.ts";
import { lookUp } from "../look-up.ts";
import { defineEvent, type GithubEvent } from "./event.ts";
import { Account, Envelope } from "./fields.ts";

/** What an event's object may say of itself. A member of another type is none of these. */
const word = z.string().nullish().catch(undefined);

const Thing = z.object({
  title: word,
  name: word,
  login: word,
  summary: word,
  html_url: word,
  status: word,
  conclusion: word,
  state: word,
});

type Thing = z.infer<typeof Thing>;

/** Where the object is that an event is about, if not under the event's own name: what was done to is before where. */
const objects = [
  "member",
  "sponsorship.tier",
  "blocked_user",
  "user",
  "team",
  "environment",
  "alert",
  "key",
  "rule",
  "build",
];

const Other = z.lazy(() => Envelope.extend({ installation: z.object({ account: Account }).nullish() }));

type Words = {
  /** Actions that read well of any noun. */
  readonly verbs: Readonly<Record<string, string>>;
  readonly nouns: Readonly<Record<string, string>>;
  readonly did: (who: string, verb: string, noun: string, where: string) => string;
  readonly triggered: (who: string, event: string, where: string) => string;
  readonly happened: (event: string, where: string, forge: string) => string;
  readonly colon: string;
  /** What a digest counts, to follow any number from 3 on. */
  readonly events: (noun: string) => string;
};

const zh: Words = {
  verbs: {
    created: "新建了",
    deleted: "删除了",
    edited: "修改了",
    closed: "关闭了",
    opened: "打开了",
    reopened: "重新打开了",
    published: "发布了",
    updated: "更新了",
    moved: "移动了",
  },
  nouns: {
    milestone: "里程碑",
    label: "标签",
    package: "软件包",
    project: "项目",
    project_card: "项目卡片",
    project_column: "项目列",
    projects_v2: "项目",
    projects_v2_item: "项目条目",
    team: "团队",
    sponsorship: "赞助",
    deploy_key: "部署密钥",
    branch_protection_rule: "分支保护规则",
    repository_ruleset: "规则集",
    deployment: "部署",
    meta: "webhook",
  },
  did: (who, verb, noun, where) =>
    `${who} ${where && `在 ${where} `}${verb}${/^[a-z]/i.test(noun) ? ` ${noun}` : noun}`,
  triggered: (who, event, where) => `${who} ${where && `在 ${where} `}触发了 ${event}`,
  happened: (event, where, forge) => `${where && `${where} 的 `}${forge} 事件 ${event}`,
  colon: "：",
  events: (noun) => `次${/^[a-z]/i.test(noun) ? ` ${noun} ` : noun}事件`,
};

const en: Words = {
  verbs: {
    created: "created",
    deleted: "deleted",
    edited: "edited",
    closed: "closed",
    opened: "opened",
    reopened: "reopened",
    published: "published",
    updated: "updated",
    moved: "moved",
  },
  nouns: {
    projects_v2: "project",
    projects_v2_item: "project item",
    deploy_key: "deploy key",
    meta: "webhook",
  },
  did: (who, verb, noun, where) =>
    `${who} ${verb} ${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}${where && ` in ${where}`}`,
  triggered: (who, event, where) => `${who} triggered ${event}${where && ` in ${where}`}`,
  happened: (event, where, forge) => `${forge} event ${event}${where && ` in ${where}`}`,
  colon: ": ",
  events: (noun) => `${noun} events`,
};

const words = { zh, en } as const satisfies Record<Language, Words>;

/** An event without words of its own: one true line from what every payload says. */
export const otherEvent = (event: string, forge: string): GithubEvent =>
  defineEvent({
    schema: Other,
    map(body, { language }) {
      const { colon, events } = words[language];
      const place = placeOf(body);
      const where = place ?? forge;
      const actor = body.sender?.login ?? "";
      const thing = thingOf(body, event);
      const name = nameOf(thing);
      const said = tell(event, body.action, { actor, where: place === actor ? "" : (place ?? ""), forge }, language);
      return {
        level: levelOf(thing, body),
        title: name && name !== actor ? `${said}${colon}${name}` : said,
        link: thing.html_url ?? body.repository?.html_url,
        key: `${place ?? "app"}/${event}`,
        tally: { where, what: events(nounOf(event, language)), ...(actor && { who: actor }) },
      };
    },
  });

const placeOf = ({ repository, organization, installation }: z.infer<typeof Other>): string | null | undefined =>
  repository?.full_name ?? organization?.login ?? installation?.account?.login;

const nameOf = ({ title, name, login, summary }: Partial<Thing>): string | undefined =>
  [title, name, login, summary].find(Boolean) ?? undefined;

function thingOf(body: object, event: string): Partial<Thing> {
  const all = [event, ...objects].map((path) => at(body, path)).filter((thing) => thing !== undefined);
  const things = all.map((thing) =>
    typeof thing === "string" ? { name: thing } : (Thing.safeParse(thing).data ?? {}),
  );
  return things.find((thing) => nameOf(thing) !== undefined) ?? things[0] ?? {};
}

const at = (body: unknown, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>((found, name) => (isObject(found) && Object.hasOwn(found, name) ? found[name] : undefined), body);

/** How it stands, in any word for a level; that something was closed is neither good nor bad. */
function levelOf(thing: Partial<Thing>, body: object): Level {
  const own = Thing.safeParse(body).data;
  const said = [thing.conclusion, thing.status, own?.conclusion, own?.status, thing.state, own?.state];
  const levels = said.flatMap((word) => (word && word !== "closed" ? (readLevel(word) ?? []) : []));
  return levels[0] ?? "info";
}

const nounOf = (event: string, language: Language): string =>
  lookUp(words[language].nouns, event) ?? event.replaceAll("_", " ");

function tell(
  event: string,
  action: string | null | undefined,
  { actor, where, forge }: { readonly actor: string; readonly where: string; readonly forge: string },
  language: Language,
): string {
  const say = words[language];
  const verb = lookUp(say.verbs, action);
  const full = action ? `${event}.${action}` : event;
  if (actor === "") return say.happened(full, where, forge);
  return verb ? say.did(actor, verb, nounOf(event, language), where) : say.triggered(actor, full, where);
}
