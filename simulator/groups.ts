import { answerRefusal, ok, type Answer } from "./answer.ts";
import { refuse } from "./refusal.ts";
import { memberOf } from "./say.ts";
import { targetKey } from "./scene.ts";
import { joinedAt } from "./sent.ts";
import type { State } from "./state.ts";

/** Only bots on QQ's list may ask this; its pages are not public, the fields are those that bots read. */
const hidden = ({ settings }: State): Answer | undefined =>
  settings.groupInfo ? undefined : answerRefusal(refuse(11253), "group");

const goneFrom = ({ permissions }: State, group: string): Answer | undefined =>
  permissions.get(targetKey({ scene: "group", id: group }))?.gone
    ? answerRefusal(refuse(40034101), "group")
    : undefined;

/** A group as its people see it. */
export const tellGroup = (state: State, group: string): Answer =>
  hidden(state) ??
  goneFrom(state, group) ??
  ok({
    group_openid: group,
    group_name: `group ${group}`,
    group_finger_memo: "",
    group_class_text: "",
    group_tags: [],
    group_member_num: 3,
  });

/** What the bot may do in a group, and which messages it gets there. */
export const tellBotState = (state: State, group: string): Answer =>
  hidden(state) ??
  goneFrom(state, group) ??
  ok({
    member_openid: memberOf(group),
    joined_at: joinedAt,
    allow_proactive_msg: state.permissions.get(targetKey({ scene: "group", id: group }))?.proactive !== false,
    recv_msg_setting: state.settings.fullGroups.includes(group) ? "all" : "only_mention",
    member_role: "member",
  });
