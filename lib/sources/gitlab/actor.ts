import type { Language } from "../../model/language.ts";
import { who } from "../forge/who.ts";
import type { Envelope, User } from "./fields.ts";

/** The name by which GitLab shows people, commits too, rather than that of their account. */
export const nameOf = (user: User): string | undefined => user?.name || user?.username || undefined;

/** Who did it, for a title; pushes tell it in fields of their own. */
export const actorOf = (body: Pick<Envelope, "user" | "user_name" | "user_username">, language: Language): string =>
  who({ login: loginOf(body) }, language);

export const loginOf = ({
  user,
  user_name: name,
  user_username: login,
}: Pick<Envelope, "user" | "user_name" | "user_username">): string | undefined =>
  nameOf(user) || name || login || undefined;

/** The same for a digest, which counts what one person did. */
export const doerOf = (body: Pick<Envelope, "user" | "user_name" | "user_username">): { readonly login?: string } => {
  const login = loginOf(body);
  return login === undefined ? {} : { login };
};

/** Accounts that GitLab makes for tokens of projects and groups, for service accounts and itself (`support-bot`), and what calls itself a bot. */
const bot = /^(?:(?:project|group)_\d+_bot(?:_?[0-9a-f]+)?|service_account_\w+|.*[-_]bot\d*)$/;

export const isBot = ({ user, user_username: login }: Pick<Envelope, "user" | "user_username">): boolean =>
  bot.test((user?.username || login || "").slice(0, 255));
