import type { Speaker } from "../../model/qq-event.ts";
import { partOf, readId } from "../read-body.ts";

/** A group member's role, as `author.member_role` tells it. */
export const readGroupRole = (role: unknown): Pick<Speaker, "role"> =>
  role === "member" || role === "admin" || role === "owner" ? { role } : {};

/** A guild member's role by `member.roles`: "4" is the guild's owner, "2" its admin, "5" the channel's. */
export function readGuildRole(member: unknown): Pick<Speaker, "role"> {
  const { roles } = partOf(member);
  if (!Array.isArray(roles)) return {};
  const ids = roles.map(readId);
  if (ids.includes("4")) return { role: "owner" };
  return { role: ids.includes("2") || ids.includes("5") ? "admin" : "member" };
}
