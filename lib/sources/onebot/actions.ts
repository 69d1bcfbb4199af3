import { inJson } from "../facade/answers.ts";
import type { Inbound } from "../../model/inbound.ts";
import { lastSegment } from "../facade/last-segment.ts";

/** Actions by which messages come (github.com/botuniverse/onebot-11, "api/public.md"), those for forwards as go-cqhttp has them. */
const sends = [
  "send_msg",
  "send_group_msg",
  "send_private_msg",
  "send_forward_msg",
  "send_group_forward_msg",
  "send_private_forward_msg",
] as const;

/** The calls of Milky (milky.ntqqrev.org) that bring messages, below `api/`. */
const milkySends = ["send_group_message", "send_private_message"] as const;

/** Behind any action: its caller does not wait for what comes of it. */
const suffixes = ["", "_async", "_rate_limited"] as const;

const self = { user_id: 10_000, nickname: "qq-relay" } as const;

/** What clients ask before they send anything. The relay is in no conversation that has a number. */
const looks: Readonly<Record<string, unknown>> = {
  get_login_info: self,
  get_status: { online: true, good: true },
  get_version_info: { app_name: "qq-relay", app_version: "1", protocol_version: "v11" },
  can_send_image: { yes: true },
  can_send_record: { yes: false },
  get_friend_list: [],
  get_group_list: [],
};

const milkyLooks: Readonly<Record<string, unknown>> = {
  get_login_info: { uin: self.user_id, nickname: self.nickname },
  get_impl_info: {
    impl_name: self.nickname,
    impl_version: "1",
    qq_protocol_version: "",
    qq_protocol_type: "linux",
    milky_version: "1.0",
  },
  get_friend_list: { friends: [] },
  get_group_list: { groups: [] },
};

const actions = [
  ...suffixes.flatMap((suffix) => sends.map((action) => `${action}${suffix}`)),
  ...Object.keys(looks),
  ...[...milkySends, ...Object.keys(milkyLooks)].map((call) => `api/${call}`),
];

/** All that may stand behind the address. OneBot's clients call by either method, with fields in the query, the body or both. */
export const paths: Readonly<Record<string, readonly ("GET" | "POST")[]>> = Object.fromEntries(
  ["", ...actions].map((path) => [path, ["GET", "POST"]]),
);

const names: ReadonlySet<string> = new Set(actions.map((action) => lastSegment({ path: action })));

/** Whether a request's path ends with an action. */
export const isAction = (inbound: Pick<Inbound, "path" | "rest">): boolean => names.has(lastSegment(inbound));

/** Whether a request is in Milky's words. */
export const isMilky = ({ rest = [] }: Pick<Inbound, "rest">): boolean => rest[0] === "api";

/** Answers a look at who the relay is. */
export function answerLook(inbound: Inbound) {
  const table = isMilky(inbound) ? milkyLooks : looks;
  const action = lastSegment(inbound);
  return Object.hasOwn(table, action) ? inJson(200, { status: "ok", retcode: 0, data: table[action] }) : undefined;
}
