import * as z from "zod";
import type { Language } from "../../model/language.ts";
import type { Level } from "../../model/level.ts";
import { text } from "../forge/fields.ts";
import { who } from "../forge/who.ts";
import { lookUp } from "../look-up.ts";
import { defineEvent, type GitlabEvent } from "./event.ts";
import { Envelope } from "./fields.ts";
import { pageOf } from "./page.ts";

/** A key's own text is never read. */
const Account = z.lazy(() => Envelope.extend({ name: text, username: text, old_username: text, state: text }));

type Deed = "created" | "deleted" | "renamed" | "barred" | "keyAdded" | "keyRemoved";

type Say = (who: string, old: string) => string;

const words = {
  zh: {
    created: (who) => `新用户：${who}`,
    deleted: (who) => `用户已删除：${who}`,
    renamed: (who, old) => `用户 ${who} 改了用户名，原名 ${old}`,
    barred: (who) => `被封禁的用户 ${who} 试图登录，已拒绝`,
    keyAdded: (who) => `${who} 添加了一个 SSH 密钥`,
    keyRemoved: (who) => `${who} 的一个 SSH 密钥已删除`,
  },
  en: {
    created: (who) => `New user: ${who}`,
    deleted: (who) => `User deleted: ${who}`,
    renamed: (who, old) => `User ${who} changed their user name, formerly ${old}`,
    barred: (who) => `Blocked user ${who} tried to sign in and was refused`,
    keyAdded: (who) => `An SSH key was added for ${who}`,
    keyRemoved: (who) => `An SSH key of ${who} was removed`,
  },
} as const satisfies Record<Language, Readonly<Record<Deed, Say>>>;

const levels = { deleted: "warning", barred: "warning" } as const satisfies Record<string, Level>;

/** A user's account, or a key of theirs, by a system hook. */
const account = (deed: Deed): GitlabEvent =>
  defineEvent({
    schema: Account,
    map({ name, username, old_username: old, instance }, { language }) {
      const login = username ?? "";
      const shown = name && login && name !== login ? `${name} (${login})` : name || login;
      return {
        level: lookUp<Level>(levels, deed) ?? "info",
        title: words[language][deed](who({ login: shown }, language), old ?? "?"),
        link: deed === "deleted" || login === "" ? instance : pageOf(instance, login),
        key: `users/${login || name || ""}`,
      };
    },
  });

/** GitLab's events of accounts, by its names. */
export const accounts: Readonly<Record<string, GitlabEvent>> = {
  user_create: account("created"),
  user_destroy: account("deleted"),
  user_rename: account("renamed"),
  user_failed_login: account("barred"),
  key_create: account("keyAdded"),
  key_destroy: account("keyRemoved"),
};
