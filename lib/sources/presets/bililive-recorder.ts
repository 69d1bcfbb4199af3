import { definePreset } from "./define-preset.ts";

const room = "EventData";

/** BililiveRecorder's webhook V2 (rec.danmuji.org, "Webhook"): up to three tries, whose bodies do not change. */
export const format = definePreset({
  name: "bililive-recorder",
  label: "BililiveRecorder",
  event: "{EventType}",
  at: "EventTimestamp",
  id: "{EventId}",
  link: `https://live.bilibili.com/{${room}.RoomId}`,
  facts: [`[{${room}.AreaNameParent} / ]{${room}.AreaNameChild}`],
  events: {
    StreamStarted: { zh: `{${room}.Name} 开播了：{${room}.Title}`, en: `{${room}.Name} is live: {${room}.Title}` },
    StreamEnded: { zh: `{${room}.Name} 下播了`, en: `{${room}.Name} went offline` },
    SessionStarted: "silent",
    FileOpening: "silent",
    FileClosed: {
      zh: `{${room}.Name} 录好了一段：{${room}.Title}`,
      en: `Recorded {${room}.Name}: {${room}.Title}`,
      facts: [`{${room}.Duration:seconds}`, `{${room}.FileSize:bytes}`, `{${room}.RelativePath:tail}`],
    },
    SessionEnded: "silent",
  },
  other: { zh: `录播姬：{EventType}[，{${room}.Name}]`, en: `BililiveRecorder: {EventType}[, {${room}.Name}]` },
});
