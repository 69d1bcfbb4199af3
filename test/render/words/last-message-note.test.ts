import { expect, it } from "vitest";
import type { Language } from "../../../lib/model/language.ts";
import { presets } from "../../../lib/model/limits.ts";
import type { SceneName } from "../../../lib/model/scene.ts";
import { firstMessageNote, lastMessageNote } from "../../../lib/render/words/last-message-note.ts";

it.for<readonly [SceneName, Language, first: string, last: string]>([
  [
    "c2c",
    "zh",
    "💡 这里每月只能主动发 4 条：严重告警马上发，其余的先攒着，给我发条消息就能取。",
    "⚠️ 本月的主动消息用完了，之后的通知先存着，给我发条消息就能取。",
  ],
  [
    "group",
    "zh",
    "💡 这里每月只能主动发 4 条：严重告警马上发，其余的先攒着，@我 说句话就能取。",
    "⚠️ 本月的主动消息用完了，之后的通知先存着，@我 说句话就能取。",
  ],
  [
    "group",
    "en",
    "💡 I may push only 4 here a month: critical notices come at once, the others are kept. Just @ me to get them.",
    "⚠️ This was the last message I may push this month. What comes next is kept: @ me to get it.",
  ],
  [
    "c2c",
    "en",
    "💡 I may push only 4 here a month: critical notices come at once, the others are kept. Just send me a message to get them.",
    "⚠️ This was the last message I may push this month. What comes next is kept: send me a message to get it.",
  ],
  [
    "dm",
    "zh",
    "💡 这里每天只能主动发 2 条：严重告警马上发，其余的先攒着，给我发条消息就能取。",
    "⚠️ 今天的主动消息用完了，之后的通知先存着，给我发条消息就能取。",
  ],
])("%s in %s says how many pushes there are, and how to get what waits", ([scene, language, first, last]) => {
  expect(firstMessageNote(scene, presets.published[scene], language)).toBe(first);
  expect(lastMessageNote(scene, presets.published[scene], language)).toBe(last);
});
