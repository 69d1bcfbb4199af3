import { isObject } from "../base/is-object.ts";
import type { Said } from "../model/said.ts";
import type { Rule } from "./rule.ts";
import { show } from "./tell-issue.ts";

/** What a route sends to: no entry twice, none of another scene's kind, and ids of the shape that QQ gives. */
export const idRule: Rule = ({ scene, to }) => {
  if (!Array.isArray(to)) return [];
  const list: readonly unknown[] = to;
  const names = list.map((entry) => JSON.stringify(entry));
  return list.flatMap((entry, index) => [
    repeated(names, index),
    ...(isObject(entry) ? kindFaults(entry, scene, index) : []),
    ...idsOf(entry, index).map(([place, id]) => shapeFault(place, id, scene)),
  ]);
};

function repeated(names: readonly string[], index: number): Said | false {
  const first = names.findIndex((name) => name === names[index]);
  return (
    first < index && {
      zh: `to[${index}] 和 to[${first}] 重复；请去掉一个`,
      en: `to[${index}] repeats to[${first}]; take one of them away`,
    }
  );
}

const kindFaults = (entry: object, scene: unknown, index: number): readonly (Said | false)[] => [
  "user" in entry &&
    scene !== "dm" && {
      zh: `to[${index}] 写了 user，只有 dm 能这样写；请只写 id`,
      en: `to[${index}] has a user, which only scene dm takes; give the id alone`,
    },
  !("user" in entry) &&
    "guild" in entry &&
    scene !== "channel" && {
      zh: `to[${index}] 在 id 旁边写了 guild，只有 channel 能这样写；请只写 id`,
      en: `to[${index}] has a guild beside an id, which only scene channel takes; give the id alone`,
    },
];

/** Every id in an entry, and where it is. */
function idsOf(entry: unknown, index: number): readonly (readonly [place: string, id: string])[] {
  if (typeof entry === "string") return [[`to[${index}]`, entry]];
  if (!isObject(entry)) return [];
  return ["id", "user", "guild"].flatMap((name) => {
    const id: unknown = entry[name];
    return typeof id === "string" ? [[`to[${index}].${name}`, id] as const] : [];
  });
}

/** What an id cannot be, in any scene or in one; QQ documents no shape of openids but that they are no numbers. */
function shapeFault(place: string, id: string, scene: unknown): Said | false {
  if (/^bound(?::|$)/.test(id)) return bracketed(place);
  if (/…|\.{3}|\*{2}/.test(id)) return shortened(place, id);
  if ((scene === "c2c" || scene === "group") && /^\d{5,}$/.test(id)) return numeric(place, id, scene);
  return (scene === "channel" || scene === "dm") && /[A-Za-z]/.test(id) && id.length >= 16 && openid(place, id, scene);
}

const bracketed = (place: string): Said => ({
  zh: `${place} 不是 id；在 QQ 里配对要写 to: "bound"，不带方括号`,
  en: `${place} is no id; to pair from inside QQ write to: "bound", without brackets`,
});

const shortened = (place: string, id: string): Said => ({
  zh: `${place} ${show(id)} 是缩短了的 id；请写完整`,
  en: `${place} ${show(id)} is a shortened id; write it whole`,
});

const numeric = (place: string, id: string, scene: "c2c" | "group"): Said => {
  const [number, name] = scene === "c2c" ? ["QQ 号", "user_openid"] : ["QQ 群号", "group_openid"];
  return {
    zh: `${place} ${show(id)} 是数字：${number}不是 ${name}；写 to: "bound" 再配对最省事（npm run relay -- pair <路由>）`,
    en: `${place} ${show(id)} is a number: a QQ number is not a ${name}; it is easiest to write to: "bound" and pair (npm run relay -- pair <route>)`,
  };
};

const openid = (place: string, id: string, scene: "channel" | "dm"): Said => {
  const [zh, en] = scene === "channel" ? ["子频道", "a channel"] : ["频道私信", "a DM"];
  return {
    zh: `${place} ${show(id)} 像是 openid，那是单聊和群用的；${zh}的 id 是数字`,
    en: `${place} ${show(id)} looks like an openid, which private chats and groups have; the id of ${en} is digits`,
  };
};
