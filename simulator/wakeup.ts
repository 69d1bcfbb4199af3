import { refuse, type Refusal } from "./refusal.ts";
import { daysBetween } from "./shanghai.ts";

/** A user's last chat, and the wake-up periods used since. */
type Chat = { readonly at: number; readonly woken: Set<string> };

export type Chats = Map<string, Chat>;

/** Periods are day-grained and begin anew when the user chats on a later day. */
export function noteChat(chats: Chats, user: string, at: number): void {
  const last = chats.get(user);
  if (!last || daysBetween(last.at, at) > 0) chats.set(user, { at, woken: new Set() });
}

const periods = [
  { until: 0, name: "same day" },
  { until: 3, name: "day 1-3" },
  { until: 7, name: "day 3-7" },
  { until: 30, name: "day 7-30" },
];

const periodOf = (days: number): string | undefined => periods.find(({ until }) => days <= until)?.name;

/** Wake-up messages (QQ, 2026-01-10): one in each of four periods after the user's last chat. */
export function findWakeupFault(chats: Chats, user: string, now: number): Refusal | undefined {
  const chat = chats.get(user);
  const period = chat && periodOf(daysBetween(chat.at, now));
  if (!period) return refuse(40034123);
  return chat.woken.has(period) ? refuse(40034122) : undefined;
}

export function takeWakeup(chats: Chats, user: string, now: number): void {
  const chat = chats.get(user);
  const period = chat && periodOf(daysBetween(chat.at, now));
  if (period) chat.woken.add(period);
}
