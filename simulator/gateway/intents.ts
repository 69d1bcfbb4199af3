/** Bits of Identify by the events that they ask for (QQ's page on intents; 18, 19, 23 and 24 as its SDKs and change log name them). */
const bits: Readonly<Record<number, readonly string[]>> = {
  0: ["GUILD_CREATE", "GUILD_UPDATE", "GUILD_DELETE", "CHANNEL_CREATE", "CHANNEL_UPDATE", "CHANNEL_DELETE"],
  1: ["GUILD_MEMBER_ADD", "GUILD_MEMBER_UPDATE", "GUILD_MEMBER_REMOVE"],
  9: ["MESSAGE_CREATE", "MESSAGE_DELETE"],
  10: ["MESSAGE_REACTION_ADD", "MESSAGE_REACTION_REMOVE"],
  12: ["DIRECT_MESSAGE_CREATE", "DIRECT_MESSAGE_DELETE"],
  18: [],
  19: ["AUDIO_OR_LIVE_CHANNEL_MEMBER_ENTER", "AUDIO_OR_LIVE_CHANNEL_MEMBER_EXIT"],
  23: ["ENTER_AIO"],
  24: ["GROUP_MEMBER_ADD", "GROUP_MEMBER_REMOVE", "GROUP_JOIN_REQUEST"],
  25: [],
  26: ["INTERACTION_CREATE"],
  27: ["MESSAGE_AUDIT_PASS", "MESSAGE_AUDIT_REJECT"],
  28: [],
  29: ["AUDIO_START", "AUDIO_FINISH", "AUDIO_ON_MIC", "AUDIO_OFF_MIC"],
  30: ["AT_MESSAGE_CREATE", "PUBLIC_MESSAGE_DELETE"],
};

/** Bits by what the names of their events begin with. */
const beginnings: readonly (readonly [bit: number, name: RegExp])[] = [
  [18, /^OPEN_FORUM_/],
  [28, /^FORUM_/],
  [25, /^(?:C2C|GROUP|FRIEND|SUBSCRIBE)_/],
];

const bitOfName = new Map(Object.entries(bits).flatMap(([bit, names]) => names.map((name) => [name, Number(bit)])));

/** All bits that there are. */
export const knownIntents = Object.keys(bits).reduce((sum, bit) => sum + 2 ** Number(bit), 0);

/** Whether a session that asked for these intents is told an event; one of no known bit is told to everyone. */
export function isAsked(intents: number, event: string): boolean {
  const bit = bitOfName.get(event) ?? beginnings.find(([, name]) => name.test(event))?.[0];
  return bit === undefined || hasBits(intents, 2 ** bit);
}

/** Whether there are all of `wanted` among `intents`: both below 2³¹. */
export const hasBits = (intents: number, wanted: number): boolean => (intents & wanted) === wanted;
